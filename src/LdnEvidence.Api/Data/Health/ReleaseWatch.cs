namespace LdnEvidence.Api.Data.Health;

/// <summary>
/// Looks several times a second whether the database can be read and whether another process has published a release, so that it is served within a second,
/// and leaves that process room to merge what it wrote.
/// </summary>
internal sealed class ReleaseWatch(
    ReleaseDirectory releases,
    CatalogueReads reads,
    CatalogueSource source,
    DatabaseState state,
    ILogger<ReleaseWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private string? _problem;
    private string? _readOnlyBecause;
    private bool _hasFailed;

    /// <summary>The first look comes before any request.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Report();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Report();
        }
    }

    private void Report()
    {
        var problem = Look();
        state.Report(problem);
        Log(problem);
    }

    /// <summary>What is wrong with the database, or null.</summary>
    private string? Look()
    {
        try
        {
            if (source.IsDisplaced())
            {
                return $"The file {source.Place} was moved, deleted or replaced while it was read. Put it back, or restart the service on another.";
            }

            reads.LetGo();
            releases.Refresh();
            var found = reads.Releases();
            _hasFailed = false;
            return !releases.AreContinuedBy(found)
                    ? $"The database {source.Place} has other releases than those that are served. Restart the service."
                : releases.Count == 0 ? "No release has been published yet."
                : null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (source.ReadOnlyBecause is not null && !_hasFailed)
            {
                // Read without locks, a file that another process is writing can look damaged for a moment.
                _hasFailed = true;
                return _problem;
            }

            return DatabaseFault.Explain(source.Place, failure);
        }
    }

    /// <summary>Logs what has changed, not the same four times a second.</summary>
    private void Log(string? problem)
    {
        if (problem != _problem)
        {
            if (problem is null)
            {
                log.LogInformation("The database can be read again");
            }
            else
            {
                log.LogError("The database cannot be served as it should: {Problem}", problem);
            }

            _problem = problem;
        }

        if (source.ReadOnlyBecause is var because && because != _readOnlyBecause)
        {
            if (because is null)
            {
                log.LogInformation("The database can be written again");
            }
            else
            {
                log.LogWarning(
                    "The database is served, and can only be read, because {Reason}. Until that changes, no release can be published into it, its schema cannot be brought up to date, and it cannot be rebuilt",
                    because
                );
            }

            _readOnlyBecause = because;
        }
    }
}
