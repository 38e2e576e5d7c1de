using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.LinkedData;

/// <summary>
/// A claim as schema.org's <c>Claim</c>. Level and fidelity are keywords: schema.org's own <c>evidenceLevel</c> belongs to guidelines and would say
/// more than the record does.
/// </summary>
internal static class ClaimShape
{
    public static JsonObject Of(ClaimResponse claim) =>
        Node.Of(
            "Claim",
            claim.Links.Self,
            ("identifier", claim.Id),
            ("text", claim.Statement),
            ("keywords", Keywords(claim)),
            ("correction", claim.Correction),
            ("about", About(claim)),
            ("appearance", Appearance(claim.Locator)),
            ("citation", Node.List(claim.Citations.Select(citation => Cited(citation.Study))))
        );

    private static JsonArray Keywords(ClaimResponse claim)
    {
        var level = KebabCase<EvidenceLevel>.Of(claim.EvidenceLevel);
        var (toSource, toDocument) = (claim.Fidelity.ToSource, claim.Fidelity.ToDocument);
        return
        [
            Node.Value(
                level,
                "Evidence level",
                "How strong is the cited evidence: the kind of study, not its result?",
                claim.LevelIsMeaningful
                    ? "Read it together with fidelity: a cited study may contradict the claim."
                    : "The subject of this claim is not an effect: do not present the level as evidence.",
                $"{Address.Of(Address.EvidenceLevels)}/{level}"
            ),
            Node.Value(
                KebabCase<SourceFidelity>.Of(toSource.Label),
                "Fidelity to the source",
                "Does the cited study say what the source document claims?",
                toSource.Reason
            ),
            Node.Value(
                KebabCase<DocumentFidelity>.Of(toDocument.Label),
                "Fidelity to the source document",
                "Does the catalogue's sentence say what the source document says?",
                toDocument.Reason
            ),
            Node.Value(KebabCase<ClaimKind>.Of(claim.Kind), "Kind", "What is the claim about?"),
            Node.Value(
                KebabCase<ClaimDirection>.Of(claim.Direction),
                "Direction",
                "In which way is the outcome said to change?"
            ),
        ];
    }

    private static JsonArray About(ClaimResponse claim) =>
        Node.List([
            .. claim.Conditions.Select(condition =>
                Node.Of("MedicalCondition", Link(Address.Conditions, condition.Id), ("name", condition.Name))
            ),
            .. claim.Mechanisms.Select(mechanism =>
                TermShape.Mention(Address.Mechanisms, mechanism.Id, mechanism.Name)
            ),
            TermShape.Mention(Address.Outcomes, claim.Outcome.Id, claim.Outcome.Name),
        ]);

    /// <summary>The place in the source document, which the record knows by its key alone.</summary>
    private static JsonObject Appearance(LocatorResponse locator) =>
        Node.Of(
            "CreativeWork",
            id: null,
            ("name", locator.Section),
            ("position", locator.Position),
            ("isPartOf", Node.Of("CreativeWork", id: null, ("identifier", locator.Document)))
        );

    private static JsonObject Cited(CitedStudy study) =>
        Node.Of(
            "MedicalScholarlyArticle",
            study.Link,
            ("identifier", study.Id),
            ("name", study.Title),
            ("datePublished", $"{study.Year}"),
            ("creditText", study.Citation),
            ("sameAs", study.Doi is null ? null : Node.DoiAddress(study.Doi))
        );

    private static string Link(string collection, string id) => $"{Address.Of(collection)}/{id}";
}
