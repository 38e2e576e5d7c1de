using System.Text.Json.Serialization;

namespace LdnEvidence.Api.Contracts;

/// <summary>One page of a list. A walk along next visits every record exactly once and stays on one release.</summary>
public sealed record PageResponse<T>
{
    /// <summary>The records of this page.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many records the whole list has under these filters.</summary>
    public required int Total { get; init; }

    /// <summary>The address of the next page; null on the last.</summary>
    public required string? Next { get; init; }

    /// <summary>The release that was read.</summary>
    public required int Release { get; init; }

    /// <summary>For each field that facets named, how many records of the whole list have each value, most first. Absent where facets was not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets { get; init; }

    /// <summary>How many claims on the conditions that were asked for are hidden by the filters on level, fidelity, gap, difference, day of the judgement or intervention. Absent where no condition was asked for, or no such filter was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeldBackResponse? HeldBack { get; init; }

    /// <summary>What the source document is known not to have on the conditions that were asked for. Absent where nothing of the kind is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConditionAbsence>? Absences { get; init; }

    /// <summary>The full records that the items of this page link to, each once, by collection. Absent where include was not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncludedResponse? Included { get; init; }

    /// <summary>For each item, by id, an excerpt with the words that were found in mark elements; safe to put into HTML as it is. Absent where highlight was not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Highlights { get; init; }
}

/// <summary>How many records have a value.</summary>
/// <param name="Value">The value, as filters take it.</param>
/// <param name="Count">How many records of the list have it.</param>
public sealed record FacetValue(string Value, int Count);

/// <summary>Claims that a filter hides.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="ByLevel">How many of each evidence level; levels without any are left out.</param>
/// <param name="ByFidelity">How many of each fidelity to the source; labels without any are left out.</param>
public sealed record HeldBackResponse(
    int Total,
    IReadOnlyDictionary<string, int> ByLevel,
    IReadOnlyDictionary<string, int> ByFidelity
);

/// <summary>Something that was looked for on a condition and not found.</summary>
/// <param name="Condition">The condition's key.</param>
/// <param name="Statement">What is missing, in one sentence.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="By">Who or what looked.</param>
/// <param name="On">The day on which the result was entered.</param>
public sealed record ConditionAbsence(string Condition, string Statement, string LookedAt, string By, DateOnly On);

/// <summary>Linked records; a member is there for each collection that include named.</summary>
public sealed record IncludedResponse
{
    /// <summary>The linked conditions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConditionResponse>? Conditions { get; init; }

    /// <summary>The linked mechanisms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MechanismResponse>? Mechanisms { get; init; }

    /// <summary>The linked outcomes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutcomeResponse>? Outcomes { get; init; }

    /// <summary>The linked studies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StudyResponse>? Studies { get; init; }
}

/// <summary>What a search finds, by kind of record.</summary>
public sealed record SearchResponse
{
    /// <summary>The search as it was understood: the words without case and accents, phrases in quotes, prefixes with *.</summary>
    public required string Query { get; init; }

    /// <summary>How many records were found in all.</summary>
    public required int Total { get; init; }

    /// <summary>The release that was read.</summary>
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
    /// <summary>How many there are.</summary>
    public required int Total { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The address of the list of all of them.</summary>
    public required string All { get; init; }

    /// <summary>For each item, by id, an excerpt with the found words in mark elements; safe to put into HTML as it is. Absent where highlight was not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Highlights { get; init; }
}
