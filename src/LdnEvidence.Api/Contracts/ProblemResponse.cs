namespace LdnEvidence.Api.Contracts;

/// <summary>What went wrong, as RFC 9457 problem details.</summary>
public sealed record ProblemResponse
{
    /// <summary>The kind of problem, stable for programs to compare. Relative to the service's root; it is a name and need not be fetched.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words; the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>The address that was asked for, without its query.</summary>
    public required string Instance { get; init; }

    /// <summary>The faults of each query parameter that is at fault, or of each place in the body, named by its JSON pointer; absent where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
    )]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
