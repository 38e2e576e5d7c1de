using System.Data.Common;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// What lists and searches need of a release, worked out from its rows. It says nothing that the rows do not, so it can also be made later, for a
/// release that an earlier version of the program published without it.
/// </summary>
internal sealed class DerivedData(CatalogueDbContext db, ICatalogueSearch search)
{
    /// <summary>Starts to make it for a release, on other threads: it takes about as long as to write the rows.</summary>
    public DerivedDraft Draft(int release, ReleaseRows rows, BodyFile bodies) =>
        new(Task.Run(() => ListColumns.Of(release, rows)), search.Draft(bodies.Read(SearchTexts.Searched)));

    /// <summary>Stores it, within the transaction that is open, for a release whose rows are written.</summary>
    /// <param name="release">The release.</param>
    /// <param name="draft">What was made for it.</param>
    /// <param name="indexed">Is told now and then of how many records the words are indexed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task Store(int release, DerivedDraft draft, Action<int>? indexed, CancellationToken cancellationToken)
    {
        await Store(await draft.Lists, cancellationToken);
        await Store(release, draft.Words, indexed, cancellationToken);
    }

    /// <summary>Makes what is missing of it for every release.</summary>
    public async Task Complete(CancellationToken cancellationToken)
    {
        var releases = await db
            .Releases.OrderBy(release => release.Number)
            .Select(release => release.Number)
            .ToListAsync(cancellationToken);
        foreach (var release in releases)
        {
            await using var begun = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await db.ListColumns.AnyAsync(column => column.ReleaseNumber == release, cancellationToken))
            {
                await Store(ListColumns.Of(release, new StoredRows(db, release)), cancellationToken);
            }

            var (connection, transaction) = Current;
            if (!await search.IsBuilt(connection, transaction, release, cancellationToken))
            {
                await using var words = search.Draft(Bodies(release));
                await Store(release, words, indexed: null, cancellationToken);
            }

            await begun.CommitAsync(cancellationToken);
        }
    }

    private (DbConnection Connection, DbTransaction Transaction) Current =>
        (db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());

    private Task Store(int release, ISearchDraft words, Action<int>? indexed, CancellationToken cancellationToken) =>
        words.Store(Current.Connection, Current.Transaction, release, indexed, cancellationToken);

    private async Task Store(List<ListColumnRow> lists, CancellationToken cancellationToken)
    {
        db.AddRange(lists);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private IEnumerable<StoredBody> Bodies(int release) =>
        SearchTexts.Searched.SelectMany(collection =>
        {
            var (first, last) = (
                DocumentRow.KeyOf(release, collection, 0),
                DocumentRow.KeyOf(release, collection + 1, 0)
            );
            return db
                .Documents.Where(row => row.Key > first && row.Key < last)
                .OrderBy(row => row.Key)
                .AsEnumerable()
                .Select(row => new StoredBody(collection, (int)(row.Key - first), row.Document));
        });
}
