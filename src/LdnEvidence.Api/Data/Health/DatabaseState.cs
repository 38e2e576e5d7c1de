namespace LdnEvidence.Api.Data.Health;

/// <summary>What was last found when the database was looked at. Asking costs nothing and never waits, whatever the disk does.</summary>
internal sealed class DatabaseState
{
    /// <summary>After so many milliseconds without a look, the database does not answer.</summary>
    private const long Patience = 10_000;

    private volatile Look _last = new("It has not been looked at yet.", long.MinValue);

    /// <summary>What is wrong with the database, or null.</summary>
    public string? Problem
    {
        get
        {
            var last = _last;
            return last.Problem is null && Environment.TickCount64 - last.At > Patience
                ? "It has not answered for some seconds."
                : last.Problem;
        }
    }

    /// <summary>Keeps what was found now: what is wrong, or null.</summary>
    public void Report(string? problem) => _last = new Look(problem, Environment.TickCount64);

    private sealed record Look(string? Problem, long At);
}
