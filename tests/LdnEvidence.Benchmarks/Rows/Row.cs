using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>One line of the table: what is measured, and what it must reach.</summary>
internal abstract record Row(string Name, string Scale, string Work)
{
    /// <exception cref="MeasureException">The row cannot be measured.</exception>
    public abstract Task<Cells> Measure(Session session, CancellationToken cancellationToken);
}

/// <summary>What a row says once it is measured.</summary>
internal sealed record Cells(string Service, string Reference, string Ratio, string Required, bool Holds)
{
    /// <summary>p50 and p99 of service and reference.</summary>
    public string Latency { get; init; } = string.Empty;

    public string ReferenceLatency { get; init; } = string.Empty;

    /// <summary>Processor time of service and reference for one request.</summary>
    public string Processor { get; init; } = string.Empty;

    /// <summary>Resident memory of service and reference after the row.</summary>
    public string Memory { get; init; } = string.Empty;

    public string Note { get; init; } = string.Empty;
}
