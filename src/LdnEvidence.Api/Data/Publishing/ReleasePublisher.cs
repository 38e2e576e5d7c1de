using System.Runtime;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>What became of a request to publish.</summary>
/// <param name="Number">The release that now holds the content.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="IsNew">False where the latest release already has this content and nothing was written.</param>
internal sealed record Publication(int Number, string Digest, bool IsNew);

/// <summary>Publishes the seed files as the next release, whole or not at all.</summary>
internal sealed class ReleasePublisher(
    CatalogueDbContext db,
    SqliteDatabase database,
    SeedFolder seed,
    DerivedData derived,
    ReleaseDirectory releases,
    IOptions<CatalogueOptions> options,
    TimeProvider clock
)
{
    /// <summary>Publishes the seed files as the next release, unless the latest already has this content.</summary>
    /// <exception cref="SeedFaultsException">The seed files have faults; the database is as it was.</exception>
    /// <exception cref="CatalogueDatabaseException">The database cannot be used; it is as it was.</exception>
    public Task<Publication> Publish(
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    ) => Publish(onlyFirst: false, progress, cancellationToken);

    /// <summary>Publishes the seed files as release 1, unless there is a release by the time that they can be written.</summary>
    /// <exception cref="SeedFaultsException">The seed files have faults; the database is as it was.</exception>
    /// <exception cref="CatalogueDatabaseException">The database cannot be used; it is as it was.</exception>
    public Task<Publication> PublishFirst(
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    ) => Publish(onlyFirst: true, progress, cancellationToken);

    private async Task<Publication> Publish(
        bool onlyFirst,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        // Collecting beside the work would let garbage pile up that a large catalogue leaves no room for.
        var usual = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        try
        {
            return await Make(onlyFirst, progress, cancellationToken);
        }
        finally
        {
            GCSettings.LatencyMode = usual;
        }
    }

    private async Task<Publication> Make(
        bool onlyFirst,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var audited = await seed.Read(cancellationToken, progress);
        Publication? publication = null;
        await database.Write(
            async () =>
            {
                using var bodies = new BodyFile(Path.GetDirectoryName(options.Value.DatabaseFile)!);
                var content = ReleaseContent.From(audited, progress, bodies.Add);
                publication = await Write(content, bodies, onlyFirst, progress, cancellationToken);
            },
            cancellationToken
        );
        releases.Refresh();
        return publication!;
    }

    private async Task<Publication> Write(
        ReleaseContent content,
        BodyFile bodies,
        bool onlyFirst,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        // Nobody else can write from here on, so what is read here is what the release is added to.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var published = await db
            .Releases.OrderBy(release => release.Number)
            .Select(release => new { release.Number, release.Digest })
            .ToListAsync(cancellationToken);
        var latest = published.LastOrDefault();
        if (latest is not null && (onlyFirst || latest.Digest == content.Digest))
        {
            return new Publication(latest.Number, latest.Digest, IsNew: false);
        }

        var number = (latest?.Number ?? 0) + 1;
        var chain = Domain.Release.Chain(published.Select(release => release.Digest));
        bodies.Add(Collection.Releases, content.Release(number, Milliseconds(clock.GetUtcNow()), chain));
        bodies.Add(Collection.Audits, content.Audit(number));
        bodies.Add(Collection.Coverage, content.Coverage(number));
        bodies.Complete();
        var rows = new ReleaseRows(number, bodies);
        await using var draft = derived.Draft(number, rows, bodies);
        await database.AddRows(() => Add(rows, transaction, progress, cancellationToken), cancellationToken);
        var total = SearchTexts.Searched.Sum(bodies.Count);
        await derived.Store(
            number,
            draft,
            done => progress?.Report(new PublishingProgress("Indexing words", done, total)),
            cancellationToken
        );
        db.Add(rows.Seal);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Publication(number, content.Digest, IsNew: true);
    }

    private async Task Add(
        ReleaseRows rows,
        IDbContextTransaction transaction,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var insert = new RowInsert(db, transaction);
        var (done, total) = (0, rows.Count);
        await foreach (var row in rows.All.Ahead(cancellationToken))
        {
            progress?.Report(new PublishingProgress("Writing records", done++, total));
            await insert.Write(row, cancellationToken);
        }
    }

    private static DateTime Milliseconds(DateTimeOffset time) =>
        time.UtcDateTime.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMillisecond));
}
