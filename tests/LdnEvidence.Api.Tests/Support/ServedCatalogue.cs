using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The executable, serving the shipped seed on a port of its own until the test is done.</summary>
internal sealed partial class ServedCatalogue : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedCatalogue(params (string Name, string Value)[] settings)
    {
        _process = Executable.Start(
            _folder.Path,
            settings,
            ["serve", "--urls", "http://127.0.0.1:0", "--database", DatabaseFile]
        );
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string DatabaseFile => _folder.File("catalogue.db");

    public int ProcessId => _process.Id;

    public HttpClient Client { get; } = new();

    public static async Task<ServedCatalogue> Start(params (string Name, string Value)[] settings)
    {
        var served = new ServedCatalogue(settings);
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
