using LdnEvidence.Api.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Sees to it, before any request is accepted, that there is a release to serve.</summary>
internal sealed class CatalogueStart(
    CatalogueDbContext db,
    SqliteDatabase database,
    ReleasePublisher publisher,
    DerivedData derived,
    SqliteStamp stamp,
    TimeProvider clock,
    ILogger<CatalogueStart> log
)
{
    public async Task Prepare(CancellationToken cancellationToken)
    {
        var isEmpty = true;
        await database.Prepare(cancellationToken);
        await database.Guard(async () => isEmpty = !await db.Releases.AnyAsync(cancellationToken));
        if (isEmpty)
        {
            var progress = new PacedProgress(clock, value => log.LogInformation("{Progress}", value));
            var publication = await publisher.Publish(cancellationToken, progress);
            log.LogInformation(
                "Published the seed data as release {Number}, digest {Digest}",
                publication.Number,
                publication.Digest
            );
        }
        else
        {
            await database.Guard(() => derived.Complete(cancellationToken));
        }

        stamp.Set();
    }
}
