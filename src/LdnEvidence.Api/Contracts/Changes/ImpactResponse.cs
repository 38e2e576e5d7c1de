using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts.Changes;

/// <summary>A claim as an app displays it.</summary>
/// <param name="Claim">The claim's key.</param>
/// <param name="Release">The release that it was taken from.</param>
public sealed record DisplayedClaim(string Claim, int Release);

/// <summary>What became of the claims that an app displays.</summary>
public sealed record ImpactResponse
{
    /// <summary>The release that they are compared with.</summary>
    public required int Release { get; init; }

    /// <summary>How many there are.</summary>
    public required int Total { get; init; }

    /// <summary>One for each entry that was sent, in its order.</summary>
    public required IReadOnlyList<ClaimImpactResponse> Items { get; init; }
}

/// <summary>What became of a displayed claim.</summary>
public sealed record ClaimImpactResponse
{
    /// <summary>The claim's key, as it was sent.</summary>
    public required string Claim { get; init; }

    /// <summary>The release that it was taken from, as it was sent.</summary>
    public required int Release { get; init; }

    /// <summary>What matters most of what became of it.</summary>
    public required ImpactKind Impact { get; init; }

    /// <summary>All that became of it, in the words of a release's changes; empty where nothing did.</summary>
    public required IReadOnlyList<ChangeKind> Changes { get; init; }

    /// <summary>Its level; null where it is unknown.</summary>
    public required LevelThenAndNow? Level { get; init; }

    /// <summary>Its labels of fidelity; null where it is unknown.</summary>
    public required FidelityThenAndNow? Fidelity { get; init; }

    /// <summary>The studies that counted towards its level then and are retracted now.</summary>
    public required IReadOnlyList<string> Retracted { get; init; }

    /// <summary>The claim as it is now; null where there is none.</summary>
    public required string? Link { get; init; }
}

/// <summary>What became of a displayed claim, the gravest first: where several fit, the first of them is told.</summary>
public enum ImpactKind
{
    /// <summary>The release that was named never had it.</summary>
    Unknown,

    /// <summary>It is no longer in the catalogue.</summary>
    Gone,

    /// <summary>The cited source is now known to say the opposite.</summary>
    Contradicted,

    /// <summary>A study that counted towards its level was retracted.</summary>
    Retracted,

    /// <summary>Its level is weaker.</summary>
    Lowered,

    /// <summary>Its level is stronger.</summary>
    Raised,

    /// <summary>Its sentence has other words.</summary>
    Reworded,

    /// <summary>Something else of it differs, which changes tells.</summary>
    Changed,

    /// <summary>It is byte for byte as it was.</summary>
    Unchanged,
}

/// <summary>A level then and now.</summary>
/// <param name="Then">In the release that was named.</param>
/// <param name="Now">Now; null where the claim is gone.</param>
public sealed record LevelThenAndNow(EvidenceLevel Then, EvidenceLevel? Now);

/// <summary>The labels of fidelity then and now.</summary>
/// <param name="Then">In the release that was named.</param>
/// <param name="Now">Now; null where the claim is gone.</param>
public sealed record FidelityThenAndNow(FidelityLabels Then, FidelityLabels? Now);
