using LdnEvidence.Benchmarks.Bare;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>One run: its options and the servers that several rows share.</summary>
internal sealed class Session(RunOptions options) : IAsyncDisposable
{
    private readonly Dictionary<string, ServerProcess> _services = [];
    private int _files;

    public RunOptions Options => options;

    public Wrk Wrk { get; } = new(options);

    public Contest Contest => field ??= new Contest(options, Wrk);

    private string ServerCore => options.ServerCore.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// The service over the catalogue of a scale; started once and kept warm. Its file is read once for each row, since other work pushes a large one
    /// out of the system's memory, and what would then be measured is the disk.
    /// </summary>
    public async Task<ServerProcess> Service(string scale, CancellationToken cancellationToken)
    {
        await Catalogues.ReadOnce(scale, cancellationToken);
        if (!_services.TryGetValue(scale, out var service))
        {
            service = await Start(scale, ServerCore, RunOptions.Runtime, cancellationToken);
            _services.Add(scale, service);
        }

        return service;
    }

    /// <summary>A service of its own for one row, which the row disposes of; it is asked until it answers.</summary>
    public async Task<ServerProcess> Start(
        string scale,
        string cores,
        IReadOnlyDictionary<string, string> runtime,
        CancellationToken cancellationToken
    )
    {
        var database = await Catalogues.Database(scale, cancellationToken);
        var service = ServerProcess.Start(
            cores,
            address => [Workspace.Service, "--database", database, "--urls", address.GetLeftPart(UriPartial.Authority)],
            RunOptions.Service,
            runtime
        );
        try
        {
            await service.UntilItAnswers(Rows.Requests.FirstClaim(scale), cancellationToken);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Bare Kestrel with these responses.</summary>
    /// <param name="responses">What it sends.</param>
    /// <param name="configured">The program whose runtime configuration it runs under: the service, or itself, which is as the runtime comes.</param>
    /// <param name="runtime">Variables of the runtime.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public async Task<ServerProcess> StartBare(
        IReadOnlyCollection<RecordedResponse> responses,
        string configured,
        IReadOnlyDictionary<string, string> runtime,
        CancellationToken cancellationToken
    )
    {
        var recording = Workspace.File("recording.bin");
        Recording.Write(recording, responses);
        var bare = ServerProcess.Start(
            ServerCore,
            address =>
                [
                    "dotnet",
                    "exec",
                    "--runtimeconfig",
                    Path.ChangeExtension(configured, "runtimeconfig.json"),
                    Workspace.Bare,
                    BareKestrel.Command,
                    recording,
                    address.GetLeftPart(UriPartial.Authority),
                ],
            runtime
        );
        try
        {
            await bare.UntilItListens(cancellationToken);
            return bare;
        }
        catch
        {
            await bare.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes requests into a file for wrk.</summary>
    public Target Target(ServerProcess server, IReadOnlyCollection<string> requests)
    {
        var file = Path.Combine(Directory.CreateDirectory(Workspace.File("requests")).FullName, $"{_files++}.txt");
        File.WriteAllLines(file, requests);
        return new Target(server, file, requests.Count);
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Workspace.File("requests")))
        {
            Directory.Delete(Workspace.File("requests"), recursive: true);
        }

        foreach (var service in _services.Values)
        {
            await service.DisposeAsync();
        }
    }
}
