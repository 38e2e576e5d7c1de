using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>Runs other programs and reads what they print.</summary>
internal static class Tool
{
    /// <summary>Names what is missing, before an hour of measuring ends on it.</summary>
    public static async Task Require(CancellationToken cancellationToken)
    {
        foreach (var (program, package) in new[] { ("wrk", "wrk"), ("curl", "curl"), ("taskset", "util-linux") })
        {
            try
            {
                using var found = Process.Start(Quiet(program, ["--version"]))!;
                await found.WaitForExitAsync(cancellationToken);
            }
            catch (Win32Exception)
            {
                throw new MeasureException($"'{program}' is missing. On Debian: apt-get install {package}");
            }
        }
    }

    public static async Task<string> Read(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output
            : throw new MeasureException($"{program} ended with {process.ExitCode}: {output}{await error}");
    }

    /// <summary>Keeps this program, with all its threads, on one core until what is returned is disposed of.</summary>
    public static async Task<IAsyncDisposable> StayOn(int core, CancellationToken cancellationToken)
    {
        // It prints "pid 1234's current affinity mask: 3".
        var before = (await Read("taskset", ["-p", Self], cancellationToken)).Trim().Split(' ')[^1];
        await Read("taskset", ["-a", "-c", "-p", core.ToString(CultureInfo.InvariantCulture), Self], cancellationToken);
        return new Stay(before);
    }

    private static string Self => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>How to start a program whose output is read, not shown.</summary>
    public static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) =>
        new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

    private sealed class Stay(string before) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await Read("taskset", ["-a", "-p", before, Self], CancellationToken.None);
    }
}
