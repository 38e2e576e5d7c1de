using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Data.Sqlite.Verification;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>
/// Checks a database against what was published: the documents against hashes, digests and chain, and everything else against what this version of the
/// program derives from the documents. Writes nothing into the file or its folder.
/// </summary>
internal sealed class DatabaseCheck(SqliteFile file, ICatalogueSearch search)
{
    private const string Remedy =
        "The documents are as they were published; rebuild --database makes everything else anew from them.";

    /// <exception cref="AlteredDatabaseException">Something differs.</exception>
    /// <exception cref="CatalogueDatabaseException">The file is not there, cannot be read, or is of another version of the program.</exception>
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
                verified = new DocumentCheck(scratch.Db, ScratchDatabase.Documents, progress).Run(cancellationToken);
                await Compare(scratch, verified.Releases, progress, cancellationToken);
                if (scratch.Damage() is { } damage)
                {
                    throw new AlteredDatabaseException($"The database {file.Path} is damaged: {damage}. {Remedy}");
                }
            }
        );
        return verified!;
    }

    private async Task Compare(
        ScratchDatabase scratch,
        int releases,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var derived = new DerivedCopy(scratch, search, progress);
        for (var release = 1; release <= releases; release++)
        {
            if (!IsCoverage(scratch, release, derived.Coverage(release)))
            {
                throw new AlteredDatabaseException(
                    $"Release {release}, coverage does not say what the records of the release give. {Remedy}"
                );
            }
        }

        await derived.Make(releases, withDocuments: false, cancellationToken);
        if (scratch.FirstDifference() is { } difference)
        {
            throw new AlteredDatabaseException($"{difference} {Remedy}");
        }
    }

    private static bool IsCoverage(ScratchDatabase scratch, int release, byte[]? expected)
    {
        var stored = new StoredBodies(scratch.Db, ScratchDatabase.Documents, release).Of(Collection.Coverage).ToList();
        return expected is null
            ? stored.Count == 0
            : stored is [var coverage] && coverage.AsSpan().SequenceEqual(expected);
    }
}
