using System.Diagnostics;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The service as a process of its own, to see exit codes and to kill it.</summary>
internal static class Executable
{
    public static Process Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>
    /// Starts it with settings from the environment. A runner in the background ignores SIGINT, and its children inherit that; `env` gives the
    /// signal its default meaning again.
    /// </summary>
    public static Process Start(string folder, IEnumerable<(string Name, string Value)> settings, string[] arguments) =>
        Start(
            OperatingSystem.IsLinux()
                ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Folders.Executable, .. arguments])
                : new ProcessStartInfo("dotnet", [Folders.Executable, .. arguments]),
            folder,
            settings
        );

    /// <summary>Starts it as a process that may have only so many files open at once.</summary>
    public static Process StartWithFiles(int files, string folder, params string[] arguments) =>
        Start(
            new ProcessStartInfo(
                "sh",
                ["-c", $"ulimit -n {files} && exec dotnet \"$@\"", "sh", Folders.Executable, .. arguments]
            ),
            folder,
            []
        );

    private static Process Start(
        ProcessStartInfo start,
        string folder,
        IEnumerable<(string Name, string Value)> settings
    )
    {
        (start.WorkingDirectory, start.UseShellExecute) = (folder, false);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end; one that does not end is killed, and fails the test instead of holding it up.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> Run(string folder, params string[] arguments) =>
        Run(folder, [], arguments);

    public static Task<(int ExitCode, string Output, string Errors)> Run(
        string folder,
        IEnumerable<(string Name, string Value)> settings,
        string[] arguments
    ) => Finish(Start(folder, settings, arguments));

    /// <summary>Waits for its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Finish(Process started)
    {
        using var process = started;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }
}
