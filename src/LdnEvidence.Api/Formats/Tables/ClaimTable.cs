using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.Tables;

internal static class ClaimTable
{
    /// <summary>The level, whether it means anything, and both labels of fidelity stand side by side: none of them is to be read alone.</summary>
    public static CsvTable<ClaimResponse> Columns { get; } =
        new CsvTable<ClaimResponse>()
            .Text("id", claim => claim.Id)
            .Label("kind", claim => claim.Kind)
            .Text("statement", claim => claim.Statement)
            .Label("evidenceLevel", claim => claim.EvidenceLevel)
            .Flag("levelIsMeaningful", claim => claim.LevelIsMeaningful)
            .Label("fidelityToSource", claim => claim.Fidelity.ToSource.Label)
            .Label("fidelityToDocument", claim => claim.Fidelity.ToDocument.Label)
            .Text("correction", claim => claim.Correction)
            .Text("displayText", claim => claim.Display?.Text)
            .Text("displayCaveat", claim => claim.Display?.Caveat)
            .List("displayMustNotSay", claim => claim.Display?.MustNotSay ?? [])
            .Label("impliedLevel", claim => claim.ImpliedLevel)
            .Label("levelGap", claim => claim.LevelGap)
            .Label("interventionMatch", claim => claim.InterventionMatch)
            .Number<int>("independentCohorts", claim => claim.IndependentCohorts)
            .Number("participants", claim => claim.Participants)
            .Label("fidelityToSourceBasis", claim => claim.Fidelity.ToSource.Basis)
            .Text("fidelityToSourceReason", claim => claim.Fidelity.ToSource.Reason)
            .List("fidelityToSourceDifferences", claim => Differences(claim.Fidelity.ToSource.Differences))
            .Text("fidelityToSourceCheckedBy", claim => claim.Fidelity.ToSource.Checked?.By)
            .Day("fidelityToSourceCheckedOn", claim => claim.Fidelity.ToSource.Checked?.On)
            .Text("fidelityToDocumentReason", claim => claim.Fidelity.ToDocument.Reason)
            .List("fidelityToDocumentDifferences", claim => Differences(claim.Fidelity.ToDocument.Differences))
            .Text("fidelityToDocumentCheckedBy", claim => claim.Fidelity.ToDocument.Checked?.By)
            .Day("fidelityToDocumentCheckedOn", claim => claim.Fidelity.ToDocument.Checked?.On)
            .Text("levelRule", claim => claim.LevelTrace.Rule)
            .List("levelCountedStudies", claim => claim.LevelTrace.CountedStudies)
            .List(
                "levelNotCounted",
                claim => claim.LevelTrace.NotCounted.Select(study => Pair(study.Study, study.Reason))
            )
            .Text("levelCaution", claim => claim.LevelTrace.Caution)
            .List("conditions", claim => claim.Conditions.Select(condition => condition.Id))
            .List("conditionNames", claim => claim.Conditions.Select(condition => condition.Name))
            .List("mechanisms", claim => claim.Mechanisms.Select(mechanism => mechanism.Id))
            .List("mechanismNames", claim => claim.Mechanisms.Select(mechanism => mechanism.Name))
            .Text("outcome", claim => claim.Outcome.Id)
            .Text("outcomeName", claim => claim.Outcome.Name)
            .Label("outcomeDomain", claim => claim.Outcome.Domain)
            .Label("direction", claim => claim.Direction)
            .List("citations", claim => claim.Citations.Select(citation => citation.Study.Id))
            .List(
                "citationRelations",
                claim => claim.Citations.Select(citation => Pair(citation.Study.Id, citation.Relation))
            )
            .List(
                "citationsReportingOutcome",
                claim =>
                    claim.Citations.Where(citation => citation.ReportsOutcome).Select(citation => citation.Study.Id)
            )
            .List("citationNotes", claim => claim.Citations.Select(citation => $"{citation.Study.Id}: {citation.Note}"))
            .Place(claim => claim.Locator)
            .Text("link", claim => claim.Links.Self);

    private static IEnumerable<string> Differences(IEnumerable<Difference> differences) =>
        differences.Select(KebabCase<Difference>.Of);

    private static string Pair<TEnum>(string study, TEnum value)
        where TEnum : struct, Enum => $"{study}: {KebabCase<TEnum>.Of(value)}";
}
