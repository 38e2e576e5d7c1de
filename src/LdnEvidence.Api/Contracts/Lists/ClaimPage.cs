using System.Text.Json.Serialization;
using LdnEvidence.Api.Contracts.Reports;

namespace LdnEvidence.Api.Contracts.Lists;

/// <summary>One page of claims.</summary>
public sealed record ClaimPage : SearchablePage<ClaimResponse>
{
    /// <summary>The counts for the fields that facets named. Absent unless facets was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetCounts? Facets { get; init; }

    /// <summary>The claims on the requested conditions that the filters on level, fidelity, gap, difference, day of the judgement or intervention hide. Absent unless a condition was requested and such a filter was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenClaims? HeldBack { get; init; }

    /// <summary>What the source document is known not to have on the requested conditions. Absent where nothing of the kind is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConditionAbsence>? Absences { get; init; }

    /// <summary>The full records that the items of this page link to, each once, by collection. Absent unless include was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncludedRecords? Included { get; init; }
}

/// <summary>Claims that a filter hides.</summary>
/// <param name="Total">The number of hidden claims.</param>
/// <param name="ByLevel">The number of them of each evidence level.</param>
/// <param name="ByFidelity">The number of them of each fidelity to the source.</param>
public sealed record HiddenClaims(int Total, LevelCounts ByLevel, FidelityCounts ByFidelity);

/// <summary>Something that was looked for on a condition and not found.</summary>
/// <param name="Condition">The condition's key.</param>
/// <param name="Statement">What is missing, in one sentence.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="By">Who or what looked.</param>
/// <param name="On">The day on which the result was entered.</param>
public sealed record ConditionAbsence(string Condition, string Statement, string LookedAt, string By, DateOnly On);

/// <summary>Linked records; a member is present for each collection that include named.</summary>
public sealed record IncludedRecords
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
