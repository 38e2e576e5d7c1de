using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>What a claim says changes. A claim's outcome together with its direction is the claimed outcome.</summary>
public sealed record Outcome
{
    /// <summary>The key, such as <c>cd4-count</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and abbreviations of the same outcome.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The part of health that it belongs to; empty where nobody has placed it.</summary>
    public OutcomeDomain? Domain { get; init; }

    /// <summary>Codes in public terminologies, LOINC above all.</summary>
    public IReadOnlyList<TerminologyCode> Codes { get; init; } = [];
}
