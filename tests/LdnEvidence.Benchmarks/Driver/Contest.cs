namespace LdnEvidence.Benchmarks.Driver;

/// <summary>The medians of several loads.</summary>
internal sealed record Medians(double Requests, double P50, double P99, double Processor)
{
    /// <summary>How much of its core the server used. Well below 1, the client or another program was what held it up.</summary>
    public double Share => Requests * Processor / 1e6;
}

/// <summary>Measures two targets in turn, after both have reached the speed that they keep.</summary>
internal sealed class Contest(RunOptions options, Wrk wrk)
{
    private const int Round = 2;

    /// <summary>A round that is no faster than the best before it by more than this has not gained.</summary>
    private const double Gain = 1.03;

    public async Task<(Medians Subject, Medians Reference, bool IsSteady)> Run(
        Target subject,
        Target reference,
        CancellationToken cancellationToken
    )
    {
        await WarmUp(subject, cancellationToken);
        await WarmUp(reference, cancellationToken);
        var results = new List<(LoadResult Subject, LoadResult Reference)>();
        for (var repetition = 0; repetition < options.Repetitions; repetition++)
        {
            results.Add(
                (
                    await Checked(subject, options.Seconds, cancellationToken),
                    await Checked(reference, options.Seconds, cancellationToken)
                )
            );
        }

        var (ofSubject, ofReference) = (
            Of(results.Select(pair => pair.Subject)),
            Of(results.Select(pair => pair.Reference))
        );
        var isSteady = results[^1].Subject.Requests < ofSubject.Requests * (2 * Gain - 1);
        Console.Error.WriteLine($"  {ofSubject.Requests:F0} against {ofReference.Requests:F0} requests a second");
        return (ofSubject, ofReference, isSteady);
    }

    /// <summary>Loads until two rounds one after the other bring no gain, but no shorter than asked, and no longer than four times that.</summary>
    private async Task WarmUp(Target target, CancellationToken cancellationToken)
    {
        var (best, withoutGain) = (0.0, 0);
        for (var spent = 0; spent < options.WarmUp * 4; spent += Round)
        {
            var reached = (await Checked(target, Round, cancellationToken)).Requests;
            withoutGain = reached > best * Gain ? 0 : withoutGain + 1;
            best = Math.Max(best, reached);
            Console.Error.Write($"  {reached:F0}");
            if (withoutGain >= 2 && spent + Round >= options.WarmUp)
            {
                break;
            }
        }

        Console.Error.WriteLine();
    }

    private async Task<LoadResult> Checked(Target target, int seconds, CancellationToken cancellationToken)
    {
        var result = await wrk.Load(target, seconds, cancellationToken);
        return result.Failed == 0
            ? result
            : throw new MeasureException($"{result.Failed} requests failed or were answered with an error");
    }

    private static Medians Of(IEnumerable<LoadResult> results)
    {
        var all = results.ToList();
        return new Medians(
            Median(all.Select(result => result.Requests)),
            Median(all.Select(result => result.P50)),
            Median(all.Select(result => result.P99)),
            Median(all.Select(result => result.Processor))
        );
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
