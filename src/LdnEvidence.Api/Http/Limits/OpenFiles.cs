using System.Globalization;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// How many files the operating system lets this process have open at once. Connections count as files, and a process that has none left cannot load
/// code or read its database, so connections take only what the rest does not need.
/// </summary>
internal static class OpenFiles
{
    /// <summary>What the process itself has open while it publishes and serves: its assemblies, the database, the log.</summary>
    public const int Reserved = 352;

    /// <summary>With fewer connections a single browser or proxy could occupy the service.</summary>
    private const int MinConnections = 32;

    /// <summary>The fewest files with which the service starts.</summary>
    public const int Min = Reserved + MinConnections;

    /// <summary>Where Linux tells a process its limits. Elsewhere they are not known.</summary>
    private const string Limits = "/proc/self/limits";

    /// <summary>The limit, or null where there is none or it is not known. The runtime has raised it as far as it may.</summary>
    public static int? Limit { get; } = File.Exists(Limits) ? Find(File.ReadLines(Limits)) : null;

    /// <summary>How many connections are served at once.</summary>
    /// <param name="limit">The limit of open files.</param>
    /// <param name="wanted">How many are served where files are no concern.</param>
    public static int Connections(int? limit, int wanted) =>
        Math.Min(wanted, Math.Max(MinConnections, (limit ?? int.MaxValue) - Reserved));

    /// <summary>Finds the limit among the lines that the system writes, such as "Max open files  1024  524288  files".</summary>
    public static int? Find(IEnumerable<string> lines) =>
        lines
            .FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [_, _, _, var soft, ..]
        && int.TryParse(soft, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : null;
}
