using System.Text.Json;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Writes claims.json.</summary>
internal static class ClaimRecords
{
    private static readonly EvidenceLevel[] Levels = Enum.GetValues<EvidenceLevel>();

    public static void Write(string folder, Scale scale) =>
        RecordFile.Write(folder, "claims", "claims", scale.Claims, (json, number) => Write(json, scale, number));

    private static void Write(Utf8JsonWriter json, Scale scale, int number)
    {
        var claim = SyntheticClaim.Of(scale, number);
        var draw = new Draw(Draw.Sequence.ClaimText, number);
        json.WriteStartObject();
        json.WriteString("id", Scale.ClaimId(number));
        json.WriteString("kind", KebabCase<ClaimKind>.Of(claim.Kind));
        json.WriteString("statement", Prose.Statement(scale, claim, ref draw));
        json.WriteStrings("conditions", claim.Conditions.Select(Scale.ConditionId));
        json.WriteStrings("mechanisms", [Scale.MechanismId(claim.Mechanism)]);
        json.WriteString("outcome", Scale.OutcomeId(claim.Outcome));
        json.WriteString("direction", KebabCase<ClaimDirection>.Of(claim.Direction));
        json.WriteStartArray("citations");
        foreach (var citation in claim.Citations)
        {
            json.WriteStartObject();
            json.WriteString("study", Scale.StudyId(citation.Study));
            json.WriteString("relation", KebabCase<CitationRelation>.Of(citation.Relation));
            json.WriteBoolean("reportsOutcome", citation.ReportsOutcome);
            json.WriteString("note", Prose.Sentence(ref draw, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("expectedLevel", KebabCase<EvidenceLevel>.Of(claim.Level));
        var isMeaningful = claim.Kind is not (ClaimKind.Usage or ClaimKind.Regulatory);
        json.WriteBoolean("levelIsMeaningful", isMeaningful);
        if (isMeaningful)
        {
            json.WriteString("impliedLevel", KebabCase<EvidenceLevel>.Of(Levels[number % Levels.Length]));
        }

        WriteFidelity(json, claim, ref draw);
        var (section, position) = SourceOutline.OfClaim(number);
        json.WriteLocator(section, position);
        json.WriteEndObject();
    }

    private static void WriteFidelity(Utf8JsonWriter json, SyntheticClaim claim, ref Draw draw)
    {
        json.WriteStartObject("fidelity");
        json.WriteStartObject("toSource");
        json.WriteString("label", KebabCase<SourceFidelity>.Of(claim.Fidelity));
        json.WriteString(
            "basis",
            KebabCase<FidelityBasis>.Of(claim.Citations.Count == 0 ? FidelityBasis.None : FidelityBasis.CitedStudy)
        );
        json.WriteString("reason", Prose.Sentence(ref draw, 15));
        if (Differs(claim.Fidelity) is { } difference)
        {
            json.WriteStrings("differences", [KebabCase<Difference>.Of(difference)]);
        }

        if (claim.Fidelity is not (SourceFidelity.NotChecked or SourceFidelity.NothingCited))
        {
            json.WriteCheck("checked");
        }

        json.WriteEndObject();
        json.WriteStartObject("toDocument");
        json.WriteString("label", KebabCase<DocumentFidelity>.Of(DocumentFidelity.Faithful));
        json.WriteString("reason", Prose.Sentence(ref draw, 7));
        json.WriteCheck("checked");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Difference? Differs(SourceFidelity label) =>
        label switch
        {
            SourceFidelity.PartlySupported => Difference.Overstated,
            SourceFidelity.NotSupported => Difference.NotInSource,
            SourceFidelity.Contradicted => Difference.DirectionReversed,
            _ => null,
        };
}
