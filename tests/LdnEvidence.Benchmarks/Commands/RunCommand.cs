using System.CommandLine;
using LdnEvidence.Benchmarks.Driver;
using LdnEvidence.Benchmarks.Report;
using LdnEvidence.Benchmarks.Rows;

namespace LdnEvidence.Benchmarks.Commands;

/// <summary>Measures the rows that were asked for and prints the table.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Scales = new("--scale")
    {
        Description =
            "Scales to measure, separated by commas: S (the shipped seed), M (100,000 claims), L (1,000,000 claims).",
        DefaultValueFactory = _ => "S,M",
    };

    private static readonly Option<string> Rows = new("--rows")
    {
        Description =
            $"Only these rows, separated by commas: {string.Join(", ", RowTable.All.Select(row => row.Name))}.",
        DefaultValueFactory = _ => string.Empty,
    };

    private static readonly Option<int> Repetitions = Number("--repetitions", "Loads of each server in a row.", 3);
    private static readonly Option<int> Seconds = Number("--seconds", "How long one load lasts.", 5);
    private static readonly Option<int> WarmUp = Number(
        "--warm-up",
        "How long each server is loaded first, at least, in seconds.",
        30
    );
    private static readonly Option<int> Connections = Number(
        "--connections",
        "Connections that the client keeps open.",
        32
    );
    private static readonly Option<int> ServerCore = Number("--server-core", "The core of the servers.", 0);
    private static readonly Option<int> ClientCore = Number("--client-core", "The core of the client.", 1);

    private static readonly Option<bool> KeepService = new("--keep-service")
    {
        Description = "Measure the service that was published for an earlier run.",
    };

    public static Command Make()
    {
        var command = new Command("run", "Measures the service against bare Kestrel and prints the table as Markdown.")
        {
            Scales,
            Rows,
            Repetitions,
            Seconds,
            WarmUp,
            Connections,
            ServerCore,
            ClientCore,
            KeepService,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new RunOptions(
            Listed(parsed.GetValue(Scales)),
            Listed(parsed.GetValue(Rows)),
            parsed.GetValue(Repetitions),
            parsed.GetValue(Seconds),
            parsed.GetValue(WarmUp),
            parsed.GetValue(Connections),
            parsed.GetValue(ServerCore),
            parsed.GetValue(ClientCore),
            parsed.GetValue(KeepService)
        );
        try
        {
            await Tool.Require(cancellationToken);
            if (!options.KeepService)
            {
                await PublishService(cancellationToken);
            }

            var head = await Machine.Describe(options, cancellationToken);
            var table = MarkdownTable.Of(head, await Measure(options, cancellationToken));
            await File.WriteAllTextAsync(Workspace.File("table.md"), table, cancellationToken);
            Console.Write(table);
            return 0;
        }
        catch (MeasureException told)
        {
            await Console.Error.WriteLineAsync(told.Message);
            return 1;
        }
    }

    private static async Task<List<(Row, Cells?, string?)>> Measure(
        RunOptions options,
        CancellationToken cancellationToken
    )
    {
        var results = new List<(Row, Cells?, string?)>();
        await using var session = new Session(options);
        foreach (
            var row in RowTable.All.Where(row =>
                options.Scales.Contains(row.Scale) && (options.Rows.Count == 0 || options.Rows.Contains(row.Name))
            )
        )
        {
            await Console.Error.WriteLineAsync($"{row.Name}: {row.Work}");
            try
            {
                results.Add((row, await row.Measure(session, cancellationToken), null));
            }
            catch (Exception told) when (told is MeasureException or HttpRequestException)
            {
                await Console.Error.WriteLineAsync($"  FAILED: {told.Message}");
                results.Add((row, null, told.Message));
            }
        }

        return results;
    }

    private static async Task PublishService(CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("publishing the service");
        var folder = Path.GetDirectoryName(Workspace.Service)!;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await Tool.Read(
            "dotnet",
            ["publish", "-c", "Release", Path.Combine(Workspace.Repository, "src", "LdnEvidence.Api"), "-o", folder],
            cancellationToken
        );
    }

    private static HashSet<string> Listed(string? names) =>
        (names ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Option<int> Number(string name, string description, int number) =>
        new(name) { Description = description, DefaultValueFactory = _ => number };
}
