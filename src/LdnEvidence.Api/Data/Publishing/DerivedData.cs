using System.Data.Common;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// What lists and searches need of a release. It follows from the bodies, so it can also be made later: for a release that an earlier version of the
/// program published without it, to check it, or to replace it.
/// </summary>
/// <param name="db">Where it is stored.</param>
/// <param name="search">Makes the index of words.</param>
/// <param name="folder">Where the index is made before it is stored; beside the catalogue where null.</param>
internal sealed class DerivedData(CatalogueDbContext db, ICatalogueSearch search, string? folder)
{
    public DerivedData(CatalogueDbContext db, ICatalogueSearch search)
        : this(db, search, folder: null) { }

    /// <summary>Starts to make it for a release, on other threads: it takes about as long as to write the rows.</summary>
    public DerivedDraft Draft(int release, ReleaseRows rows, BodyFile bodies) =>
        new(Task.Run(() => ListColumns.Of(release, rows)), search.Draft(bodies.Of(SearchTexts.Searched), folder));

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
            await Complete(release, new StoredBodies(db, "documents", release), indexed: null, cancellationToken);
            await begun.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Makes what is missing of it for a release, within the transaction that is open.</summary>
    /// <param name="release">The release.</param>
    /// <param name="bodies">Its bodies, which are read on another thread while this one waits.</param>
    /// <param name="indexed">Is told now and then of how many records the words are indexed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task Complete(
        int release,
        IReleaseBodies bodies,
        Action<int>? indexed,
        CancellationToken cancellationToken
    )
    {
        if (!await db.ListColumns.AnyAsync(column => column.ReleaseNumber == release, cancellationToken))
        {
            await Store(ListColumns.Of(release, new ReleaseRows(release, bodies)), cancellationToken);
        }

        var (connection, transaction) = Current;
        if (!await search.IsBuilt(connection, transaction, release, cancellationToken))
        {
            await using var words = search.Draft(bodies.Of(SearchTexts.Searched), folder);
            await Store(release, words, indexed, cancellationToken);
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
}
