using System.Globalization;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>What came of one load: requests a second, latencies in milliseconds, processor time of the server in microseconds a request.</summary>
internal sealed record LoadResult(double Requests, long Failed, double P50, double P99, double Processor);

/// <summary>A server and the requests to send it.</summary>
/// <param name="Server">The server.</param>
/// <param name="Requests">A file with one request a line.</param>
/// <param name="Count">How many lines it has.</param>
internal sealed record Target(ServerProcess Server, string Requests, int Count);

/// <summary>Drives a server with wrk: one thread on one core, connections that stay open, the next request when the answer is there.</summary>
internal sealed class Wrk(RunOptions options)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Driver", "requests.lua");

    /// <summary>Where the next load goes on in a file, so that nothing is asked twice before all of it was asked once.</summary>
    private readonly Dictionary<Target, long> _sent = [];

    public async Task<LoadResult> Load(Target target, int seconds, CancellationToken cancellationToken)
    {
        var passed = _sent.GetValueOrDefault(target);
        var before = target.Server.ProcessorTime;
        var output = await Tool.Read(
            "taskset",
            [
                "-c",
                Text(options.ClientCore),
                "wrk",
                "-t1",
                $"-c{options.Connections}",
                $"-d{seconds}s",
                "--timeout",
                "30s",
                "-s",
                Script,
                target.Server.Address.ToString(),
                "--",
                target.Requests,
                Text(passed % target.Count),
            ],
            cancellationToken
        );
        var used = target.Server.ProcessorTime - before;
        var line = output.Split('\n').First(line => line.StartsWith("RESULT ", StringComparison.Ordinal));
        var numbers = line.Split(' ')[1..].Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        _sent[target] = passed + numbers[0];
        return new LoadResult(
            numbers[0] * 1e6 / numbers[1],
            numbers[3] + numbers[4],
            numbers[5] / 1000.0,
            numbers[6] / 1000.0,
            used.TotalMicroseconds / Math.Max(1, numbers[0])
        );
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
