using System.Text.Json.Serialization;

namespace LdnEvidence.Api.Contracts.Lists;

/// <summary>One page of a list that can be searched.</summary>
public abstract record SearchablePage<T> : PageResponse<T>
{
    /// <summary>Excerpts with the found words marked. Absent unless highlight was true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Highlights? Highlights { get; init; }

    /// <summary>The codes, as they were sent, that mean no record; empty where each means one. Absent unless code was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? UnmatchedCodes { get; init; }
}

/// <summary>One page of conditions.</summary>
public sealed record ConditionPage : SearchablePage<ConditionResponse>;

/// <summary>One page of mechanisms.</summary>
public sealed record MechanismPage : SearchablePage<MechanismResponse>;

/// <summary>One page of outcomes.</summary>
public sealed record OutcomePage : SearchablePage<OutcomeResponse>;

/// <summary>One page of studies.</summary>
public sealed record StudyPage : SearchablePage<StudyResponse>
{
    /// <summary>The counts for the fields that facets named. Absent unless facets was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetCounts? Facets { get; init; }
}

/// <summary>By the id of an item, an excerpt with the found words in mark elements; safe to put into HTML as it is.</summary>
public sealed class Highlights() : Dictionary<string, string>(StringComparer.Ordinal);

/// <summary>By the name of a field, the values that records of the whole list have, the most frequent first.</summary>
public sealed class FacetCounts() : Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);

/// <summary>The number of records that have a value.</summary>
/// <param name="Value">The value, as filters take it.</param>
/// <param name="Count">The number of records of the list that have it.</param>
public sealed record FacetValue(string Value, int Count);
