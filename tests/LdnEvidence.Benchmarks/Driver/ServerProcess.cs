using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>Memory of a process, in bytes: what it holds, the most that it held, and the part of it that is no file's.</summary>
internal sealed record ProcessMemory(long Resident, long Peak, long Anonymous);

/// <summary>A web server that was started for a measurement, on cores of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public ProcessMemory Memory => MemoryOf(_process.Id) ?? throw new MeasureException("The server has ended.");

    /// <summary>Starts a server; the arguments may name its address, which is not known before.</summary>
    public static ServerProcess Start(
        string cores,
        Func<Uri, IEnumerable<string>> command,
        params IEnumerable<IReadOnlyDictionary<string, string>> variables
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Tool.Quiet("taskset", ["-c", cores, .. command(address)]);
        foreach (var (name, value) in variables.SelectMany(set => set))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // A full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
            {
                Console.Error.WriteLine($"    {line.Data}");
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, address);
    }

    /// <summary>Asks until the answer is a 200.</summary>
    public Task UntilItAnswers(string path, CancellationToken cancellationToken) =>
        Until(path, answer => answer.StatusCode == HttpStatusCode.OK, cancellationToken);

    /// <summary>Asks until there is an answer.</summary>
    public Task UntilItListens(CancellationToken cancellationToken) => Until("/", _ => true, cancellationToken);

    private async Task Until(string path, Func<HttpResponseMessage, bool> isEnough, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync(
                    new Uri(path, UriKind.Relative),
                    HttpCompletionOption.ResponseHeadersRead,
                    cancellationToken
                );
                if (isEnough(answer))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            if (_process.HasExited || waited.Elapsed > LongestStart)
            {
                throw new MeasureException($"The server gave no good answer to {path}.");
            }

            await Task.Delay(1, cancellationToken);
        }
    }

    /// <summary>Lets the highest memory count from now on.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public static ProcessMemory? MemoryOf(int process)
    {
        try
        {
            var status = File.ReadLines($"/proc/{process}/status")
                .Select(line => line.Split(':', 2))
                .Where(line => line is [['V', 'm', ..] or ['R', 's', 's', ..], _])
                .ToDictionary(line => line[0], line => Bytes(line[1]), StringComparer.Ordinal);
            return status.TryGetValue("VmRSS", out var resident)
                ? new ProcessMemory(resident, status["VmHWM"], status["RssAnon"])
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            // SIGTERM, so that the service closes its database.
            await Tool.Read("kill", [$"{_process.Id}"], CancellationToken.None);
            using var patience = new CancellationTokenSource(LongestStop);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    private static long Bytes(string kilobytes) =>
        long.Parse(kilobytes.Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
