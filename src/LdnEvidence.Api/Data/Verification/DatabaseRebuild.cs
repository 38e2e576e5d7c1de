using LdnEvidence.Api.Data.Files;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Data.Sqlite.Verification;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>
/// Makes everything in a database anew that follows from the documents: rows, list columns, search index, coverage, hashes, triggers, indexes. The new
/// database is made beside and then takes the place of the old in one transaction, also while a service reads it.
/// </summary>
internal sealed class DatabaseRebuild(SqliteFile file, ICatalogueSearch search, ILogger<DatabaseRebuild> log)
{
    /// <exception cref="AlteredDatabaseException">The documents are not what was published; nothing was changed.</exception>
    /// <exception cref="CatalogueDatabaseException">The file cannot be used; it is as it was.</exception>
    public async Task<VerifiedDatabase> Run(
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    )
    {
        VerifiedDatabase? verified = null;
        await SqliteDatabase.Guard(
            file.Path,
            async () =>
            {
                await using var scratch = await ScratchDatabase.Open(file, cancellationToken);
                if (file.Obstacle is { } obstacle)
                {
                    throw obstacle;
                }

                await using var gate = await WriterLock.Take(file.Path, log, cancellationToken);
                verified = Check(scratch, progress, cancellationToken);
                await new DerivedCopy(scratch, search, progress).Make(
                    verified.Releases,
                    withDocuments: true,
                    cancellationToken
                );
                await scratch.Replace(file, cancellationToken);
            }
        );
        return verified!;
    }

    private static VerifiedDatabase Check(
        ScratchDatabase scratch,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new DocumentCheck(scratch.Db, ScratchDatabase.Documents, progress) { TrustsDigests = true }.Run(
                cancellationToken
            );
        }
        catch (AlteredDatabaseException altered)
        {
            throw new AlteredDatabaseException(
                $"{altered.Message} Nothing was rebuilt, since everything would be made from the documents: restore the database from a copy."
            );
        }
    }
}
