using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>A fidelity label that finds a difference names its kind, and one that finds none names none.</summary>
public sealed class DifferencesFitTheLabel : IInvariant
{
    /// <inheritdoc/>
    public string Id => "differences-fit-the-label";

    /// <inheritdoc/>
    public string Sentence =>
        "'partly-supported', 'not-supported', 'contradicted' and 'broadened' name at least one kind of difference; 'supported', 'nothing-cited', 'not-checked' and 'faithful' name none.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) => catalogue.Claims.SelectMany(Check);

    private static IEnumerable<Fault> Check(Claim claim)
    {
        var (source, document) = (claim.Fidelity.ToSource, claim.Fidelity.ToDocument);
        var label = KebabCase<SourceFidelity>.Of(source.Label);
        bool? toSource =
            source.Label
            is SourceFidelity.PartlySupported
                or SourceFidelity.NotSupported
                or SourceFidelity.Contradicted;
        // A narrowed sentence may leave out something that is one of the kinds, or nothing that is.
        bool? toDocument = document.Label switch
        {
            DocumentFidelity.Broadened => true,
            DocumentFidelity.Faithful => false,
            _ => null,
        };
        return
        [
            .. Check(claim, "toSource", label, toSource, source.Differences),
            .. Check(
                claim,
                "toDocument",
                KebabCase<DocumentFidelity>.Of(document.Label),
                toDocument,
                document.Differences
            ),
        ];
    }

    private static IEnumerable<Fault> Check(
        Claim claim,
        string hop,
        string label,
        bool? differs,
        IReadOnlyList<Difference> differences
    )
    {
        if (differs is { } expected && expected != differences.Count > 0)
        {
            yield return new Fault(
                "claims.json",
                claim.Id.Value,
                $"fidelity.{hop}.differences",
                expected
                    ? $"It is empty, but '{label}' says that there is a difference."
                    : $"It names a difference, but '{label}' says that none was found.",
                expected
                    ? "Name the kinds of difference, or correct the label."
                    : "Leave it empty, or correct the label."
            );
        }
    }
}
