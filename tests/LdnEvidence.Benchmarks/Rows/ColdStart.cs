using System.Collections.Immutable;
using System.Diagnostics;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>From starting the process to the first claim that is answered, with the runtime as it comes and the catalogue published before.</summary>
internal sealed record ColdStart(string Name, string Scale, string Work, double Required) : Row(Name, Scale, Work)
{
    private const int Starts = 5;

    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        await Catalogues.Database(Scale, cancellationToken);
        // What asks until there is an answer must not take the core from what starts.
        await using var aside = await Tool.StayOn(session.Options.ClientCore, cancellationToken);
        var onOne = await Median($"{session.Options.ServerCore}");
        var onBoth = await Median($"{session.Options.ServerCore},{session.Options.ClientCore}");
        return new Cells(
            Show.Seconds(onOne),
            string.Empty,
            string.Empty,
            $"at most {Show.Seconds(Required)}",
            onOne <= Required
        )
        {
            Note = $"{Show.Seconds(onBoth)} on two cores; files in the page cache",
        };

        async Task<double> Median(string cores)
        {
            var times = new List<double>();
            for (var i = 0; i < Starts; i++)
            {
                var clock = Stopwatch.StartNew();
                await using var service = await session.Start(
                    Scale,
                    cores,
                    ImmutableDictionary<string, string>.Empty,
                    cancellationToken
                );
                times.Add(clock.Elapsed.TotalSeconds);
            }

            return Contest.Median(times);
        }
    }
}
