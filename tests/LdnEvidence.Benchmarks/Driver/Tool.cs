using System.ComponentModel;
using System.Diagnostics;

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

    /// <summary>How to start a program whose output is read, not shown.</summary>
    public static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) =>
        new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
}
