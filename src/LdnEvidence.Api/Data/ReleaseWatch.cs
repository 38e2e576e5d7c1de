namespace LdnEvidence.Api.Data;

/// <summary>
/// Looks several times a second whether another process has published a release, so that it is served within a second, and leaves that process room to
/// merge what it wrote.
/// </summary>
internal sealed class ReleaseWatch(ReleaseDirectory releases, CatalogueReads reads, ILogger<ReleaseWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var isTold = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                reads.LetGo();
                releases.Refresh();
                isTold = false;
            }
            catch (System.Data.Common.DbException failure) when (!isTold)
            {
                // Told once, not four times a second; the release that was served goes on being served.
                log.LogError(failure, "The database could not be asked for new releases");
                isTold = true;
            }
            catch (System.Data.Common.DbException)
            {
                // Told already.
            }
        }
    }
}
