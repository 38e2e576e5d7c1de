using System.Text.Json.Serialization;

namespace LdnEvidence.Api.Contracts.Lists;

/// <summary>What a search finds, by kind of record.</summary>
public sealed record SearchResponse
{
    /// <summary>The search as it was understood: the words without case and accents, phrases in quotes, prefixes with *.</summary>
    public required string Query { get; init; }

    /// <summary>The number of records of all kinds that were found.</summary>
    public required int Total { get; init; }

    /// <summary>The number of the release that was read.</summary>
    public required int Release { get; init; }

    /// <summary>The conditions that were found.</summary>
    public required SearchGroup<ConditionResponse> Conditions { get; init; }

    /// <summary>The mechanisms that were found.</summary>
    public required SearchGroup<MechanismResponse> Mechanisms { get; init; }

    /// <summary>The outcomes that were found.</summary>
    public required SearchGroup<OutcomeResponse> Outcomes { get; init; }

    /// <summary>The studies that were found.</summary>
    public required SearchGroup<StudyResponse> Studies { get; init; }

    /// <summary>The claims that were found, strongest evidence first.</summary>
    public required SearchGroup<ClaimResponse> Claims { get; init; }
}

/// <summary>The hits of one kind.</summary>
public sealed record SearchGroup<T>
{
    /// <summary>The number of hits of this kind.</summary>
    public required int Total { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The address of the list of all of them.</summary>
    public required string All { get; init; }

    /// <summary>Excerpts with the found words marked. Absent unless highlight was true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Highlights? Highlights { get; init; }
}
