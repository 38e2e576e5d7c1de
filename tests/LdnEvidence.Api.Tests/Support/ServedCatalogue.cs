using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The executable, serving the shipped seed or another on a port of its own until the test is done.</summary>
internal sealed partial class ServedCatalogue : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedCatalogue(Func<string, string[], Process> start, params string[] arguments)
        : this(databaseFile: null, start, arguments) { }

    private ServedCatalogue(string? databaseFile, Func<string, string[], Process> start, params string[] arguments)
    {
        DatabaseFile = databaseFile ?? _folder.File("catalogue.db");
        _process = start(
            _folder.Path,
            ["serve", "--urls", "http://127.0.0.1:0", "--database", DatabaseFile, .. arguments]
        );
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string DatabaseFile { get; }

    public int ProcessId => _process.Id;

    public HttpClient Client { get; } = new();

    public Uri Address => Client.BaseAddress!;

    public static Task<ServedCatalogue> Start(params (string Name, string Value)[] settings) =>
        Start(new ServedCatalogue((folder, arguments) => Executable.Start(folder, settings, arguments)));

    /// <summary>Serves another seed.</summary>
    public static Task<ServedCatalogue> StartOn(string seedFolder, params (string Name, string Value)[] settings) =>
        Start(
            new ServedCatalogue(
                (folder, arguments) => Executable.Start(folder, settings, arguments),
                "--seed-data",
                seedFolder
            )
        );

    /// <summary>Serves a database that is there.</summary>
    public static Task<ServedCatalogue> StartOnDatabase(string file, params (string Name, string Value)[] settings) =>
        Start(new ServedCatalogue(file, (folder, arguments) => Executable.Start(folder, settings, arguments)));

    /// <summary>Serves as a process that may have only so many files open at once.</summary>
    public static Task<ServedCatalogue> StartWithFiles(int files) =>
        Start(new ServedCatalogue((folder, arguments) => Executable.StartWithFiles(files, folder, arguments)));

    private static async Task<ServedCatalogue> Start(ServedCatalogue served)
    {
        try
        {
            served.Client.BaseAddress = await served._address.Task.WaitAsync(
                TimeSpan.FromMinutes(2),
                TestContext.Current.CancellationToken
            );
            return served;
        }
        catch
        {
            served.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> Line(Func<string, bool> isMeant)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            lock (_lines)
            {
                if (_lines.Find(line => isMeant(line)) is { } line)
                {
                    return line;
                }
            }

            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Sends it a signal, by its name without SIG.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{ProcessId}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Client.Dispose();
        _folder.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (Listening.Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://127.0.0.1:[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening { get; }
}
