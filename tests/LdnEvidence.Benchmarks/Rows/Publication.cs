using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>Publishing a catalogue from its seed files into an empty database, on all cores.</summary>
internal sealed record Publication(string Name, string Scale, string Work, double Seconds, long Memory)
    : Row(Name, Scale, Work)
{
    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        var result = await Catalogues.Publish(Scale, cancellationToken);
        return new Cells(
            $"{Show.Seconds(result.Time.TotalSeconds)}, {Show.Megabytes(result.PeakMemory)}",
            string.Empty,
            string.Empty,
            $"at most {Show.Seconds(Seconds)}, {Show.Megabytes(Memory)}, progress shown",
            result.Time.TotalSeconds <= Seconds && result.PeakMemory <= Memory && result.ProgressLines > 0
        )
        {
            Note = $"{result.ProgressLines} lines of progress",
        };
    }
}
