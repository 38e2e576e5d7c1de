using System.Diagnostics;
using System.Globalization;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>One long answer at a time, in bytes a second, with the memory that it costs the service.</summary>
internal sealed record WholeTransfer(string Name, string Scale, string Work, string Path, double Required)
    : Row(Name, Scale, Work)
{
    /// <summary>Growth that is called flat: a fraction of the answer, which is some hundred megabytes long.</summary>
    private const long Flat = 16_000_000;

    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        var service = await session.Service(Scale, cancellationToken);
        var response = await Recorder.Record(service, Path, 200, cancellationToken);
        await using var bare = await session.StartBare(
            [response],
            Workspace.ServiceAssembly,
            RunOptions.Runtime,
            cancellationToken
        );

        await Transfers(service, session.Options.WarmUp);
        await Transfers(bare, session.Options.WarmUp);
        var before = service.Memory.Resident;
        service.ForgetPeak();
        var (ofService, ofBare) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < session.Options.Repetitions; repetition++)
        {
            ofService.Add(await Transfers(service, session.Options.Seconds));
            ofBare.Add(await Transfers(bare, session.Options.Seconds));
        }

        Console.Error.WriteLine(" MB a second");
        var growth = service.Memory.Peak - before;
        var (subject, reference) = (Contest.Median(ofService), Contest.Median(ofBare));
        return new Cells(
            Show.Speed(subject),
            Show.Speed(reference),
            Show.Ratio(subject / reference),
            $"{Show.Ratio(Required)}, memory flat",
            subject / reference >= Required && growth <= Flat
        )
        {
            Memory = $"{Show.Megabytes(before)}, at most {Show.Megabytes(growth)} more",
            Note = $"{Show.Megabytes(response.Body.Length)} in one answer",
        };

        // One after the other for so many seconds; the median of them.
        async Task<double> Transfers(ServerProcess server, int seconds)
        {
            var speeds = new List<double>();
            var clock = Stopwatch.StartNew();
            while (speeds.Count == 0 || clock.Elapsed.TotalSeconds < seconds)
            {
                speeds.Add(await Transfer(server));
            }

            var median = Contest.Median(speeds);
            Console.Error.Write($"  {median / 1e6:F0}");
            return median;
        }

        async Task<double> Transfer(ServerProcess server)
        {
            var output = await Tool.Read(
                "taskset",
                [
                    "-c",
                    session.Options.ClientCore.ToString(CultureInfo.InvariantCulture),
                    "curl",
                    "-sS",
                    "-o",
                    "/dev/null",
                    "-w",
                    "%{http_code} %{size_download} %{time_total}",
                    new Uri(server.Address, Path).AbsoluteUri,
                ],
                cancellationToken
            );
            var parts = output.Split(' ');
            var size = long.Parse(parts[1], CultureInfo.InvariantCulture);
            return parts[0] == "200" && size == response.Body.Length
                ? size / double.Parse(parts[2], CultureInfo.InvariantCulture)
                : throw new MeasureException($"{Path} answers {parts[0]} with {size} bytes");
        }
    }
}
