using System.Collections.Immutable;
using LdnEvidence.Benchmarks.Bare;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>
/// Resident memory of a service and a bare Kestrel of their own, after the requests of the scale's other rows. How the runtime is set to spare memory is part of
/// the service; bare Kestrel has the runtime as it comes.
/// </summary>
internal sealed record MemoryAfterLoad(string Name, string Scale, string Work, double Required) : Row(Name, Scale, Work)
{
    /// <summary>Bare Kestrel is given few answers: those that it holds would count as its memory.</summary>
    private const int Sample = 8;

    private static readonly ImmutableDictionary<string, string> AsItComes = ImmutableDictionary<string, string>.Empty;

    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        await using var service = await session.Start(
            Scale,
            session.Options.ServerCore.ToString(System.Globalization.CultureInfo.InvariantCulture),
            AsItComes,
            cancellationToken
        );
        var (loads, responses) = (new List<List<string>>(), new List<RecordedResponse>());
        foreach (var row in RowTable.All.OfType<AgainstBare>().Where(row => row.Scale == Scale))
        {
            try
            {
                var requests = await row.Ask(session, cancellationToken);
                responses.AddRange(await row.Record(service, requests, Sample, cancellationToken));
                loads.Add(requests);
            }
            catch (MeasureException)
            {
                // A row that fails says so itself.
            }
        }

        await using var bare = await session.StartBare(responses, Workspace.Bare, AsItComes, cancellationToken);
        foreach (var server in new[] { service, bare })
        {
            foreach (var load in loads)
            {
                await session.Wrk.Load(
                    session.Target(server, load),
                    session.Options.Seconds * session.Options.Repetitions,
                    cancellationToken
                );
            }
        }

        var (subject, reference) = (service.Memory, bare.Memory);
        var ratio = (double)subject.Resident / reference.Resident;
        return new Cells(
            Show.Megabytes(subject.Resident),
            Show.Megabytes(reference.Resident),
            Show.Ratio(ratio),
            $"at most {Show.Ratio(Required)}",
            ratio <= Required
        )
        {
            Memory = $"peak {Show.Megabytes(subject.Peak)} / {Show.Megabytes(reference.Peak)}",
            Note =
                $"after {loads.Count} loads; {Show.Megabytes(subject.Anonymous)} and {Show.Megabytes(reference.Anonymous)} of it are no file's",
        };
    }
}
