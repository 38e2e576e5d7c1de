using System.Text.Json.Serialization;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>An evidence level, and the row of the decision table that gives it.</summary>
public sealed record EvidenceLevelResponse
{
    /// <summary>The level's key, as claims carry it.</summary>
    public required EvidenceLevel Id { get; init; }

    /// <summary>1 for the strongest level, counting down to the weakest.</summary>
    public required int Rank { get; init; }

    /// <summary>The name to show.</summary>
    public required string Label { get; init; }

    /// <summary>What the level says of the evidence, and what it does not.</summary>
    public required string Meaning { get; init; }

    /// <summary>Phrases that say no more than the level does.</summary>
    public IReadOnlyList<string>? WordingToUse { get; init; }

    /// <summary>Phrases that say more than the level does.</summary>
    public IReadOnlyList<string>? WordingNotToUse { get; init; }

    /// <summary>The version of the decision table whose row this is.</summary>
    public string? TableVersion { get; init; }

    /// <summary>The row of the decision table that gives this level. Rows are tried in the order of their rank; the first that matches wins.</summary>
    public required EvidenceRuleResponse Rule { get; init; }

    /// <summary>How many claims have this level.</summary>
    public required int ClaimCount { get; init; }

    /// <summary>Where to go from here.</summary>
    public required EvidenceLevelLinks Links { get; init; }

    internal static EvidenceLevelResponse From(EvidenceLevelDefinition definition, string id, int rank, int claimCount)
    {
        var rule = EvidenceLevels.Rules.First(rule => rule.Level == definition.Level);
        return new()
        {
            Id = definition.Level,
            Rank = rank,
            Label = definition.Label,
            Meaning = definition.Meaning,
            WordingToUse = definition.WordingToUse,
            WordingNotToUse = definition.WordingNotToUse,
            TableVersion = EvidenceLevels.TableVersion,
            Rule = new EvidenceRuleResponse(
                rule.Id,
                rule.When,
                [.. rule.Designs.Order()],
                [.. rule.ExcludedStandings.Order()]
            ),
            ClaimCount = claimCount,
            Links = new EvidenceLevelLinks(
                $"{Address.Of(Address.EvidenceLevels)}/{id}",
                $"{Address.Of(Address.Claims)}?evidenceLevel={id}"
            )
            {
                Html = Address.PageOf(Address.EvidenceLevels, id),
            },
        };
    }
}

/// <summary>A row of the decision table, as the program runs it.</summary>
/// <param name="Id">The row's name.</param>
/// <param name="When">The row in words, written from the data beside it.</param>
/// <param name="CountedDesigns">A citation with reportsOutcome to a study of one of these designs makes the row match; empty in the last row, which matches whatever is left.</param>
/// <param name="ExcludedStandings">A study of one of these standings does not count.</param>
public sealed record EvidenceRuleResponse(
    string Id,
    string When,
    IReadOnlyList<StudyDesign> CountedDesigns,
    IReadOnlyList<StudyStanding> ExcludedStandings
);

/// <summary>Where to go from an evidence level.</summary>
/// <param name="Self">This level.</param>
/// <param name="Claims">The claims of this level.</param>
public sealed record EvidenceLevelLinks(string Self, string Claims)
{
    /// <summary>The page that shows this level to people; missing in releases older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }
}
