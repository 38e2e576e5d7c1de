using LdnEvidence.Api.Contracts;
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
            .Label("fidelityToSourceBasis", claim => claim.Fidelity.ToSource.Basis)
            .Text("fidelityToSourceReason", claim => claim.Fidelity.ToSource.Reason)
            .Text("fidelityToDocumentReason", claim => claim.Fidelity.ToDocument.Reason)
            .Text("levelRule", claim => claim.LevelTrace.Rule)
            .List("levelCountedStudies", claim => claim.LevelTrace.CountedStudies)
            .List(
                "levelNotCounted",
                claim => claim.LevelTrace.NotCounted.Select(study => Pair(study.Study, study.Reason))
            )
            .List("conditions", claim => claim.Conditions.Select(condition => condition.Id))
            .List("conditionNames", claim => claim.Conditions.Select(condition => condition.Name))
            .List("mechanisms", claim => claim.Mechanisms.Select(mechanism => mechanism.Id))
            .List("mechanismNames", claim => claim.Mechanisms.Select(mechanism => mechanism.Name))
            .Text("outcome", claim => claim.Outcome.Id)
            .Text("outcomeName", claim => claim.Outcome.Name)
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

    private static string Pair<TEnum>(string study, TEnum value)
        where TEnum : struct, Enum => $"{study}: {KebabCase<TEnum>.Of(value)}";
}
