using LdnEvidence.Domain.Derived;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>Of each field of a citation it is known whether it was compared, and what differs is written down.</summary>
public sealed class StudiesHaveAnIdentity : IInvariant
{
    /// <inheritdoc/>
    public string Id => "studies-have-an-identity";

    /// <inheritdoc/>
    public string Sentence =>
        "Every field of a printed citation that differs from the work has a discrepancy that names it, and no study has discrepancies that nobody is named to have found.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) => catalogue.Studies.SelectMany(Check);

    private static IEnumerable<Fault> Check(Study study)
    {
        if (study.IdentityChecked is null && study.Discrepancies.Count > 0)
        {
            yield return Fault(
                study,
                "identityChecked",
                "It is empty, but discrepancies of the printed citation are listed.",
                "Say who compared the printed citation with the work, and when."
            );
        }

        var named = study.Discrepancies.Select(discrepancy => discrepancy.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var field in CitationIdentity.Of(study).Where(field => field.Result == IdentityResult.Mismatch))
        {
            if (!named.Contains(MemberOf(field.Field)))
            {
                yield return Fault(
                    study,
                    "discrepancies",
                    $"The document prints '{field.Printed}' as {MemberOf(field.Field)}, the record says '{field.Canonical}', and no discrepancy names that field.",
                    "Describe the difference in discrepancies, or correct what is wrong in the record."
                );
            }
        }
    }

    /// <summary>Discrepancies name the record's own members, of which the first author is a part of one.</summary>
    private static string MemberOf(string field) => field == "firstAuthor" ? "authors" : field;

    private static Fault Fault(Study study, string field, string problem, string remedy) =>
        new("studies.json", study.Id.Value, field, problem, remedy);
}
