using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>How LDN is said to act.</summary>
public sealed record Mechanism
{
    /// <summary>The key, such as <c>microglial-activation</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and abbreviations of the same mechanism.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>One sentence saying what is proposed.</summary>
    public required string Description { get; init; }

    /// <summary>Codes in public terminologies, Gene Ontology above all.</summary>
    public IReadOnlyList<TerminologyCode> Codes { get; init; } = [];
}
