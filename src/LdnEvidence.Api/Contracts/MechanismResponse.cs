using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>How LDN is said to act.</summary>
public sealed record MechanismResponse
{
    /// <summary>The key.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and abbreviations that mean the same.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>What is proposed, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Codes in the Gene Ontology and MeSH, where they were seen.</summary>
    public required IReadOnlyList<TerminologyCode> Codes { get; init; }

    /// <summary>Claims that name this mechanism, by level.</summary>
    public required ClaimCounts ClaimCounts { get; init; }

    /// <summary>Where to go from here.</summary>
    public required RecordLinks Links { get; init; }

    internal static MechanismResponse From(Mechanism mechanism, ClaimCounts counts) =>
        new()
        {
            Id = mechanism.Id.Value,
            Name = mechanism.Name,
            Synonyms = mechanism.Synonyms,
            Description = mechanism.Description,
            Codes = mechanism.Codes,
            ClaimCounts = counts,
            Links = RecordLinks.Of(Address.Mechanisms, mechanism.Id),
        };
}
