namespace LdnEvidence.Benchmarks.Driver;

/// <summary>What to measure and how long.</summary>
internal sealed record RunOptions(
    IReadOnlySet<string> Scales,
    IReadOnlySet<string> Rows,
    int Repetitions,
    int Seconds,
    int WarmUp,
    int Connections,
    int ServerCore,
    int ClientCore,
    bool KeepService
)
{
    /// <summary>
    /// Set for both servers. On one core the runtime by itself waits until no new code has run for a second before it counts calls, which a saturated
    /// server does not grant it for most of a minute; with this it counts from the first call.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Runtime { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_TC_CallCountingDelayMs"] = "0" };

    /// <summary>Set for the service: what the table leaves out.</summary>
    public static IReadOnlyDictionary<string, string> Service { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging__LogLevel__Default"] = "Warning",
            ["RateLimiting__Enabled"] = "false",
        };
}
