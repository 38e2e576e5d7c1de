using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>A judgement on fidelity says who made it and when.</summary>
public sealed class JudgementsSayWhoChecked : IInvariant
{
    /// <inheritdoc/>
    public string Id => "judgements-say-who-checked";

    /// <inheritdoc/>
    public string Sentence =>
        "Both hops of fidelity say who judged and when; only 'not-checked' and 'nothing-cited', where nobody could compare anything, do not.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) => catalogue.Claims.SelectMany(Check);

    private static IEnumerable<Fault> Check(Claim claim)
    {
        var (source, document) = (claim.Fidelity.ToSource, claim.Fidelity.ToDocument);
        var isJudged = source.Label is not (SourceFidelity.NotChecked or SourceFidelity.NothingCited);
        var label = KebabCase<SourceFidelity>.Of(source.Label);
        if (isJudged && source.Checked is null)
        {
            yield return Fault(
                claim,
                "toSource",
                $"It is empty, but '{label}' is a judgement.",
                "Say who compared the document with the source, and when; or say 'not-checked'."
            );
        }

        if (!isJudged && source.Checked is not null)
        {
            yield return Fault(
                claim,
                "toSource",
                $"It names who judged, but '{label}' is no judgement.",
                "Leave it out, or give the label that the comparison led to."
            );
        }

        if (document.Checked is null)
        {
            yield return Fault(
                claim,
                "toDocument",
                "It is empty.",
                "Say who compared the sentence with the document, and when."
            );
        }
    }

    private static Fault Fault(Claim claim, string hop, string problem, string remedy) =>
        new("claims.json", claim.Id.Value, $"fidelity.{hop}.checked", problem, remedy);
}
