using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>A claim's fidelity label agrees with what it was compared with.</summary>
public sealed class FidelityFitsTheCitations : IInvariant
{
    /// <inheritdoc/>
    public string Id => "fidelity-fits-the-citations";

    /// <inheritdoc/>
    public string Sentence =>
        "'nothing-cited' stands with basis 'none' and no citation, basis 'cited-study' stands with a citation, 'not-checked' stands with a citation, and no citation that reports the outcome supports a claim that a cited study contradicts.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) => catalogue.Claims.SelectMany(Check);

    private static IEnumerable<Fault> Check(Claim claim)
    {
        var (label, basis, cited) = (
            claim.Fidelity.ToSource.Label,
            claim.Fidelity.ToSource.Basis,
            claim.Citations.Count > 0
        );
        if (label == SourceFidelity.NotChecked && !cited)
        {
            yield return Fault(
                claim,
                "label",
                "It says 'not-checked', but the claim has no citation that could be checked.",
                "Cite the study, or say 'nothing-cited'."
            );
        }

        if (label == SourceFidelity.NothingCited && cited)
        {
            yield return Fault(
                claim,
                "label",
                "It says 'nothing-cited', but the claim has citations.",
                "Say whether the cited studies support it."
            );
        }

        if ((label == SourceFidelity.NothingCited) != (basis == FidelityBasis.None))
        {
            yield return Fault(
                claim,
                "basis",
                $"Basis '{KebabCase<FidelityBasis>.Of(basis)}' does not go with label '{KebabCase<SourceFidelity>.Of(label)}'.",
                "'none' goes with 'nothing-cited' and with no other label."
            );
        }

        if (basis == FidelityBasis.CitedStudy && !cited)
        {
            yield return Fault(
                claim,
                "basis",
                "It says 'cited-study', but the claim has no citation.",
                "Cite the study, or name the basis that was used."
            );
        }

        if (
            label == SourceFidelity.Contradicted
            && basis == FidelityBasis.CitedStudy
            && claim.Citations.Any(citation =>
                citation is { Relation: CitationRelation.Supports, ReportsOutcome: true }
            )
        )
        {
            yield return Fault(
                claim,
                "label",
                "It says 'contradicted', but a citation that reports the outcome is said to support the claim.",
                "Give that citation the relation 'contradicts' or 'mixed', or correct the label."
            );
        }
    }

    private static Fault Fault(Claim claim, string field, string problem, string remedy) =>
        new("claims.json", claim.Id.Value, $"fidelity.toSource.{field}", problem, remedy);
}
