using System.Text.Json.Serialization;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Contracts;

/// <summary>Another record, by key and name.</summary>
/// <param name="Id">The record's key.</param>
/// <param name="Name">The name to show.</param>
public sealed record RecordReference(string Id, string Name)
{
    internal static RecordReference To(Condition condition) => new(condition.Id.Value, condition.Name);

    internal static RecordReference To(Mechanism mechanism) => new(mechanism.Id.Value, mechanism.Name);
}

/// <summary>An outcome, by key and name, with the part of health that it belongs to.</summary>
/// <param name="Id">The outcome's key.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Domain">The part of health, after the COMET taxonomy of outcomes; null in releases older than it.</param>
public sealed record OutcomeReference(string Id, string Name, OutcomeDomain? Domain)
{
    internal static OutcomeReference To(Outcome outcome) => new(outcome.Id.Value, outcome.Name, outcome.Domain);
}

/// <summary>How many claims of each evidence level name this record.</summary>
/// <param name="PilotTrial">Claims of level pilot-trial.</param>
/// <param name="CaseSeries">Claims of level case-series.</param>
/// <param name="Anecdotal">Claims of level anecdotal.</param>
/// <param name="Total">All claims.</param>
public sealed record ClaimCounts(
    [property: JsonPropertyName("pilot-trial")] int PilotTrial,
    [property: JsonPropertyName("case-series")] int CaseSeries,
    [property: JsonPropertyName("anecdotal")] int Anecdotal,
    int Total
)
{
    internal static ClaimCounts Of(IEnumerable<EvidenceLevel> levels)
    {
        var counts = levels.CountBy(level => level).ToDictionary();
        var (pilot, series, anecdotal) = (
            counts.GetValueOrDefault(EvidenceLevel.PilotTrial),
            counts.GetValueOrDefault(EvidenceLevel.CaseSeries),
            counts.GetValueOrDefault(EvidenceLevel.Anecdotal)
        );
        return new ClaimCounts(pilot, series, anecdotal, pilot + series + anecdotal);
    }
}

/// <summary>Where to go from a condition, mechanism, outcome or study.</summary>
/// <param name="Self">This record.</param>
/// <param name="Claims">The claims that name it.</param>
public sealed record RecordLinks(string Self, string Claims)
{
    /// <summary>The page that shows this record to people; missing in releases older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    internal static RecordLinks Of(string collection, Slug id) =>
        new(Address.Of(collection, id), Address.ClaimsOf(collection, id))
        {
            Html = Address.PageOf(collection, id.Value),
        };
}
