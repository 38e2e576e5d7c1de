using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>A scale and the requests to it.</summary>
internal sealed record Side(string Scale, Func<Session, CancellationToken, Task<List<string>>> Ask);

/// <summary>The service against itself: other requests, or another catalogue.</summary>
internal sealed record AgainstOther(string Name, string Work, Side Subject, Side Reference, double Required)
    : Row(Name, Subject.Scale, Work)
{
    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        var target = await Target(Subject);
        var other = await Target(Reference);
        var (subject, reference, isSteady) = await session.Contest.Run(target, other, cancellationToken);
        var ratio = subject.Requests / reference.Requests;
        return new Cells(
            Show.Rate(subject.Requests),
            $"{Show.Rate(reference.Requests)} (itself)",
            Show.Ratio(ratio),
            Show.Ratio(Required),
            ratio >= Required
        )
        {
            Latency = Show.Latency(subject),
            ReferenceLatency = Show.Latency(reference),
            Processor = Show.Processor(subject, reference),
            Memory = Show.Megabytes(target.Server.Memory.Resident),
            Note = $"{target.Count} addresses" + Show.Doubts(subject, reference, isSteady),
        };

        async Task<Target> Target(Side side)
        {
            var service = await session.Service(side.Scale, cancellationToken);
            var requests = await side.Ask(session, cancellationToken);
            await Recorder.Record(service, requests[0], 200, cancellationToken);
            return session.Target(service, requests);
        }
    }
}
