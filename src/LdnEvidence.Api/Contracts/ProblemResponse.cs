using System.Text.Json.Serialization;

namespace LdnEvidence.Api.Contracts;

/// <summary>What went wrong, as RFC 9457 problem details.</summary>
public sealed record ProblemResponse
{
    /// <summary>The kind of problem: an address that says what it means and how to mend it. Its last part is the code, stable for programs to compare.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words; the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time, and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>The address that was asked for, without its query.</summary>
    public required string Instance { get; init; }

    /// <summary>What is wrong with each parameter or place in the body. Absent where no single one is at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErrorMap? Errors { get; init; }
}

/// <summary>By the name of a query parameter, or the JSON pointer of a place in the body, every fault of it in words.</summary>
public sealed class ErrorMap(IReadOnlyDictionary<string, string[]> faults)
    : Dictionary<string, string[]>(faults, StringComparer.Ordinal);
