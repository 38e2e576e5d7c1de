using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>What a claim says changes. With a claim's direction it is the claimed outcome.</summary>
public sealed record OutcomeResponse
{
    /// <summary>The key.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and abbreviations that mean the same.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The part of health that it belongs to, after the COMET taxonomy; null where nobody has placed it.</summary>
    public OutcomeDomain? Domain { get; init; }

    /// <summary>Codes in LOINC and MeSH, where they were seen.</summary>
    public required IReadOnlyList<TerminologyCode> Codes { get; init; }

    /// <summary>Claims about this outcome, by level.</summary>
    public required ClaimCounts ClaimCounts { get; init; }

    /// <summary>Where to go from here.</summary>
    public required RecordLinks Links { get; init; }

    internal static OutcomeResponse From(Outcome outcome, ClaimCounts counts) =>
        new()
        {
            Id = outcome.Id.Value,
            Name = outcome.Name,
            Synonyms = outcome.Synonyms,
            Domain = outcome.Domain,
            Codes = outcome.Codes,
            ClaimCounts = counts,
            Links = RecordLinks.Of(Address.Outcomes, outcome.Id),
        };
}
