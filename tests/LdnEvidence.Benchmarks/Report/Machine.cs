using System.Globalization;
using System.Runtime.InteropServices;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Report;

/// <summary>What stands above the table: on what, with what and when it was measured.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyList<string>> Describe(RunOptions options, CancellationToken cancellationToken)
    {
        var commit = (
            await Tool.Read("git", ["-C", Workspace.Repository, "describe", "--always", "--dirty"], cancellationToken)
        ).Trim();
        var wrk = await Tool.Read("dpkg-query", ["-W", "-f", "${Version}", "wrk"], cancellationToken);
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var load = (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Split(' ')[0];
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        var variables = string.Join(' ', RunOptions.Runtime.Select(pair => $"`{pair.Key}={pair.Value}`"));
        return
        [
            $"Measured on {day} at {commit}: {Processor()}, {Environment.ProcessorCount} cores, {memory} GiB, {Os()}, {RuntimeInformation.FrameworkDescription}, wrk {wrk}.",
            $"Load average before the run: {load}.",
            $"Server on core {options.ServerCore}, client on core {options.ClientCore}; {options.Connections} connections; {options.Repetitions} repetitions of {options.Seconds} s, service and reference in turn; medians.",
            $"Warm-up of at least {options.WarmUp} s for each row and server, until two rounds of 2 s brought no gain of 3%. Both servers run with {variables} and the service's own runtime configuration; memory and cold start without the variable, and for memory bare Kestrel has the runtime as it comes.",
            "Service as published, logs from Warning, rate limit off.",
        ];
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo")
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line.Split(':', 2)[1].Trim())
            .FirstOrDefault("unknown processor");

    private static string Os() =>
        File.ReadLines("/etc/os-release")
            .Where(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))
            .Select(line => line["PRETTY_NAME=".Length..].Trim('"'))
            .FirstOrDefault(RuntimeInformation.OSDescription);
}
