using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>What a study is to a claim.</summary>
public enum CitationRelation
{
    /// <summary>The study speaks for the claim.</summary>
    Supports,

    /// <summary>The study speaks against the claim.</summary>
    Contradicts,

    /// <summary>The study speaks partly for and partly against the claim.</summary>
    Mixed,

    /// <summary>The study gives context and does not bear on the claim itself.</summary>
    Background,
}

/// <summary>The link from a claim to a study: what the study reports on this claim.</summary>
/// <param name="Study">The study's citation key.</param>
/// <param name="Relation">Whether the study speaks for or against the claim.</param>
/// <param name="ReportsOutcome">
/// True only where the study itself reports this outcome in this condition, whichever way it went. Only such citations can lift a level.
/// </param>
/// <param name="Note">What the study reports on this claim, with its weakness.</param>
public sealed record Citation(Slug Study, CitationRelation Relation, bool ReportsOutcome, string Note);
