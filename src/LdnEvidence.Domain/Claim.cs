using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>What a claim is about.</summary>
public enum ClaimKind
{
    /// <summary>That LDN does something for patients.</summary>
    Efficacy,

    /// <summary>How LDN is said to act.</summary>
    Mechanism,

    /// <summary>Side effects, interactions, withdrawal, abuse.</summary>
    Safety,

    /// <summary>Dose, timing, and who uses it for what.</summary>
    Usage,

    /// <summary>What an authority has approved.</summary>
    Regulatory,
}

/// <summary>The way in which the outcome is said to change.</summary>
public enum ClaimDirection
{
    /// <summary>The outcome goes up; whether that is good depends on the outcome.</summary>
    Increases,

    /// <summary>The outcome goes down; whether that is good depends on the outcome.</summary>
    Decreases,

    /// <summary>The patient is better off.</summary>
    Improves,

    /// <summary>The patient is worse off.</summary>
    Worsens,

    /// <summary>The outcome is said not to occur or not to change.</summary>
    NoEffect,

    /// <summary>The outcome is an unwanted effect that is said to occur.</summary>
    AdverseEffect,

    /// <summary>The claim says nothing of a change.</summary>
    NotApplicable,
}

/// <summary>Does the cited study say what the document claims?</summary>
public enum SourceFidelity
{
    /// <summary>The source says so.</summary>
    Supported,

    /// <summary>The source says part of it, or something weaker.</summary>
    PartlySupported,

    /// <summary>The source does not say so.</summary>
    NotSupported,

    /// <summary>The source says the opposite, or another value.</summary>
    Contradicted,

    /// <summary>A study is cited, but the passage could not be read.</summary>
    NotChecked,

    /// <summary>The document cites nothing for the claim.</summary>
    NothingCited,
}

/// <summary>What the source document's claim was compared with.</summary>
public enum FidelityBasis
{
    /// <summary>A study that the document cites.</summary>
    CitedStudy,

    /// <summary>A source that the document does not cite, such as a drug label.</summary>
    OtherSource,

    /// <summary>Nothing: no source was there to compare it with.</summary>
    None,
}

/// <summary>Does the catalogue's sentence say what the document says?</summary>
public enum DocumentFidelity
{
    /// <summary>It says the same.</summary>
    Faithful,

    /// <summary>It says less, or of fewer cases.</summary>
    Narrowed,

    /// <summary>It says more, or of more cases.</summary>
    Broadened,
}

/// <summary>In what a sentence differs from what it was taken from.</summary>
public enum Difference
{
    /// <summary>It says more, or says it more firmly.</summary>
    Overstated,

    /// <summary>It says the opposite.</summary>
    DirectionReversed,

    /// <summary>It speaks of another outcome.</summary>
    OtherOutcome,

    /// <summary>It speaks of other people or of another condition.</summary>
    OtherPopulation,

    /// <summary>It speaks of another substance, or leaves out what was given besides.</summary>
    OtherIntervention,

    /// <summary>It speaks of another dose.</summary>
    OtherDose,

    /// <summary>The source says nothing of the kind.</summary>
    NotInSource,
}

/// <summary>How strong the source document makes a claim sound, against the level that its citations give it.</summary>
public enum LevelGap
{
    /// <summary>It sounds stronger than it is.</summary>
    Overstated,

    /// <summary>It sounds as strong as it is.</summary>
    AsStated,

    /// <summary>It sounds weaker than it is.</summary>
    Understated,
}

/// <summary>The first hop: does the cited study say what the document claims?</summary>
/// <param name="Label">The answer.</param>
/// <param name="Basis">What the document was compared with.</param>
/// <param name="Reason">Why.</param>
public sealed record FidelityToSource(SourceFidelity Label, FidelityBasis Basis, string Reason)
{
    /// <summary>In what the document differs from the source; empty where it does not, or where that was not checked.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Who judged, and when; null where nobody could.</summary>
    public Check? Checked { get; init; }
}

/// <summary>The second hop: does the catalogue's sentence say what the document says?</summary>
/// <param name="Label">The answer.</param>
/// <param name="Reason">What was kept, dropped or added.</param>
public sealed record FidelityToDocument(DocumentFidelity Label, string Reason)
{
    /// <summary>In what the catalogue's sentence differs from the document; empty where it does not.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Who judged, and when.</summary>
    public Check? Checked { get; init; }
}

/// <summary>The two hops that a claim has travelled: from study to document, and from document to catalogue.</summary>
/// <param name="ToSource">Does the cited study say what the document claims?</param>
/// <param name="ToDocument">Does the catalogue's sentence say what the document says?</param>
public sealed record Fidelity(FidelityToSource ToSource, FidelityToDocument ToDocument);

/// <summary>One sentence in the catalogue's own words: one subject, one outcome, one direction.</summary>
public sealed record Claim
{
    /// <summary>The key, such as <c>eff-hiv-cd4</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>What the claim is about.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The conditions it is about; empty when it names none.</summary>
    public IReadOnlyList<Slug> Conditions { get; init; } = [];

    /// <summary>The mechanisms it is about; empty when it names none.</summary>
    public IReadOnlyList<Slug> Mechanisms { get; init; } = [];

    /// <summary>What it says changes.</summary>
    public required Slug Outcome { get; init; }

    /// <summary>The way in which it is said to change.</summary>
    public required ClaimDirection Direction { get; init; }

    /// <summary>The studies that the document cites for it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The level that the curator expects; the level itself is derived.</summary>
    public EvidenceLevel? ExpectedLevel { get; init; }

    /// <summary>
    /// The level that the document's own words suggest ("studies have shown" suggests a trial); empty where they suggest none, or where the subject is
    /// not an effect.
    /// </summary>
    public EvidenceLevel? ImpliedLevel { get; init; }

    /// <summary>False where the subject is not an effect, so that the level must not be presented as evidence.</summary>
    public required bool LevelIsMeaningful { get; init; }

    /// <summary>Whether each hop kept what was said.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>What is right where the document is wrong, and that is known.</summary>
    public string? Correction { get; init; }

    /// <summary>Where it stands in the source document.</summary>
    public required Locator Locator { get; init; }
}
