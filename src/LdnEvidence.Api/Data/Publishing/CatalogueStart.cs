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
        try
        {
            await Update(cancellationToken);
            if (stamp.Set() is { } obstacle)
            {
                log.LogWarning("{Obstacle} The next start looks at the whole database again", obstacle);
            }
        }
        catch (CatalogueDatabaseException failure) when (stamp.MayBeServed(db.Database.GetMigrations()))
        {
            log.LogWarning(
                "The database could not be prepared for writing, and is served as it is: {Reason}",
                failure.InnerException?.Message ?? failure.Message
            );
        }
    }

    private async Task Update(CancellationToken cancellationToken)
    {
        var isEmpty = true;
        await database.Prepare(
            async () =>
            {
                isEmpty = !await db.Releases.AnyAsync(cancellationToken);
                await derived.Complete(cancellationToken);
            },
            cancellationToken
        );
        if (isEmpty)
        {
            await PublishFirst(cancellationToken);
        }
    }

    private async Task PublishFirst(CancellationToken cancellationToken)
    {
        var progress = new PacedProgress(clock, value => log.LogInformation("{Progress}", value));
        var publication = await publisher.PublishFirst(cancellationToken, progress);
        if (publication.IsNew)
        {
            log.LogInformation(
                "Published the seed data as release {Number}, digest {Digest}",
                publication.Number,
                publication.Digest
            );
        }
        else
        {
            log.LogInformation(
                "Another process has published release {Number}, digest {Digest}; it is served, and the seed data is not published",
                publication.Number,
                publication.Digest
            );
        }
    }
}
