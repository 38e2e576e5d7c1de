using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Formats.Tables;

/// <summary>Conditions, mechanisms and outcomes: named things that carry codes.</summary>
internal static class CodedTables
{
    public static CsvTable<ConditionResponse> Conditions { get; } =
        Codes(
                new CsvTable<ConditionResponse>()
                    .Text("id", condition => condition.Id)
                    .Text("name", condition => condition.Name)
                    .List("synonyms", condition => condition.Synonyms)
                    .Text("broader", condition => condition.Broader?.Id)
                    .Text("broaderName", condition => condition.Broader?.Name)
                    .List("narrower", condition => condition.Narrower.Select(narrower => narrower.Id))
                    .List("narrowerNames", condition => condition.Narrower.Select(narrower => narrower.Name))
                    .List("absences", condition => condition.Absences.Select(absence => absence.Statement)),
                condition => condition.Codes
            )
            .Label("icd10cmMatchBy", condition => condition.Icd10cmMatching?.MatchBy)
            .List("icd10cmMatch", condition => condition.Icd10cmMatching?.Match ?? [])
            .List("icd10cmExclude", condition => condition.Icd10cmMatching?.Exclude ?? [])
            .Counts(condition => condition.ClaimCounts)
            .Text("link", condition => condition.Links.Self);

    public static CsvTable<MechanismResponse> Mechanisms { get; } =
        Codes(
                new CsvTable<MechanismResponse>()
                    .Text("id", mechanism => mechanism.Id)
                    .Text("name", mechanism => mechanism.Name)
                    .List("synonyms", mechanism => mechanism.Synonyms)
                    .Text("description", mechanism => mechanism.Description),
                mechanism => mechanism.Codes
            )
            .Counts(mechanism => mechanism.ClaimCounts)
            .Text("link", mechanism => mechanism.Links.Self);

    public static CsvTable<OutcomeResponse> Outcomes { get; } =
        Codes(
                new CsvTable<OutcomeResponse>()
                    .Text("id", outcome => outcome.Id)
                    .Text("name", outcome => outcome.Name)
                    .List("synonyms", outcome => outcome.Synonyms)
                    .Label("domain", outcome => outcome.Domain),
                outcome => outcome.Codes
            )
            .Counts(outcome => outcome.ClaimCounts)
            .Text("link", outcome => outcome.Links.Self);

    /// <summary>Cautions travel with their codes: some say that a code is broader than the record.</summary>
    private static CsvTable<TRecord> Codes<TRecord>(
        CsvTable<TRecord> table,
        Func<TRecord, IReadOnlyList<TerminologyCode>> codes
    ) =>
        table
            .List("codes", record => codes(record).Select(code => code.ToString()))
            .List(
                "codeLabels",
                record => codes(record).Where(code => code.Label is not null).Select(code => $"{code}: {code.Label}")
            )
            .List(
                "codeNotes",
                record => codes(record).Where(code => code.Note is not null).Select(code => $"{code}: {code.Note}")
            );
}
