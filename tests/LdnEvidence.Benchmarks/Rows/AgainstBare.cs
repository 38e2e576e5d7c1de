using LdnEvidence.Benchmarks.Bare;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>The service against bare Kestrel, which sends the service's own answers from memory.</summary>
internal sealed record AgainstBare(
    string Name,
    string Scale,
    string Work,
    double Required,
    Func<Session, CancellationToken, Task<List<string>>> Ask
) : Row(Name, Scale, Work)
{
    /// <summary>Of many requests bare Kestrel is given the answers to the first so many.</summary>
    private const int Sample = 256;

    public int Status { get; init; } = 200;

    public override async Task<Cells> Measure(Session session, CancellationToken cancellationToken)
    {
        var service = await session.Service(Scale, cancellationToken);
        var requests = await Ask(session, cancellationToken);
        var responses = await Record(service, requests, Sample, cancellationToken);
        await using var bare = await session.StartBare(
            responses,
            Workspace.ServiceAssembly,
            RunOptions.Runtime,
            cancellationToken
        );
        var (subject, reference, isSteady) = await session.Contest.Run(
            session.Target(service, requests),
            session.Target(bare, requests),
            cancellationToken
        );
        var ratio = subject.Requests / reference.Requests;
        var size = (int)responses.Average(response => response.Body.Length);
        return new Cells(
            Show.Rate(subject.Requests),
            Show.Rate(reference.Requests),
            Show.Ratio(ratio),
            Show.Ratio(Required),
            ratio >= Required
        )
        {
            Latency = Show.Latency(subject),
            ReferenceLatency = Show.Latency(reference),
            Processor = Show.Processor(subject, reference),
            Memory = $"{Show.Megabytes(service.Memory.Resident)} / {Show.Megabytes(bare.Memory.Resident)}",
            Note = $"{requests.Count} addresses, {size} bytes" + Show.Doubts(subject, reference, isSteady),
        };
    }

    public async Task<List<RecordedResponse>> Record(
        ServerProcess service,
        List<string> requests,
        int sample,
        CancellationToken cancellationToken
    )
    {
        var responses = new List<RecordedResponse>();
        foreach (var request in requests.Take(sample))
        {
            responses.Add(await Recorder.Record(service, request, Status, cancellationToken));
        }

        return responses;
    }
}
