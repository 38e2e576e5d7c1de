using LdnEvidence.Api.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// What lists and searches need of a release, worked out from its rows. It says nothing that the rows do not, so it can also be made later, for a
/// release that an earlier version of the program published without it.
/// </summary>
internal sealed class DerivedData(CatalogueDbContext db, ListColumns lists, ICatalogueSearch search)
{
    /// <summary>Makes it for a release, within the transaction that is open.</summary>
    public async Task Make(
        int release,
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    )
    {
        if (!await db.ListColumns.AnyAsync(column => column.ReleaseNumber == release, cancellationToken))
        {
            db.AddRange(await lists.Of(release, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        var (connection, transaction) = (
            db.Database.GetDbConnection(),
            db.Database.CurrentTransaction!.GetDbTransaction()
        );
        if (!await search.IsBuilt(connection, transaction, release, cancellationToken))
        {
            await search.Build(
                connection,
                transaction,
                release,
                (done, total) => progress?.Report(new PublishingProgress("Indexing words", done, total)),
                cancellationToken
            );
        }
    }

    /// <summary>Makes it for every release that lacks it.</summary>
    public async Task Complete(CancellationToken cancellationToken)
    {
        var releases = await db
            .Releases.OrderBy(release => release.Number)
            .Select(release => release.Number)
            .ToListAsync(cancellationToken);
        foreach (var release in releases)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Make(release, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
