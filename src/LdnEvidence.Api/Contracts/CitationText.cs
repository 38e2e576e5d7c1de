using System.Text;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>
/// A study's citation as one text, in the order of the Vancouver style. What was not verified is taken from the printed citation and marked as such.
/// </summary>
internal static class CitationText
{
    public static string Of(Study study)
    {
        var text = new StringBuilder();
        text.Append(Authors(study)).Append(' ');
        text.Append(study.Title ?? $"[title as printed] {study.PrintedCitation.Title}").Append(". ");
        text.Append(study.JournalAbbreviation ?? study.Journal).Append(". ").Append(study.Year);
        text.Append(Place(study)).Append('.');
        if (study.Doi is not null)
        {
            text.Append(" doi:").Append(study.Doi.Value).Append('.');
        }

        if (study.Pmid is { } pmid)
        {
            text.Append(" PMID: ").Append(pmid.Value).Append('.');
        }

        return text.ToString();
    }

    private static string Authors(Study study) =>
        study.Authors.Count > 0
            ? $"{string.Join(", ", study.Authors.Select(author => $"{author.Family} {author.Initials}"))}."
        : study.PrintedCitation.Authors is { } printed ? $"[authors as printed] {printed.TrimEnd('.')}."
        : "[authors not known].";

    private static string Place(Study study) =>
        (study.Volume, study.Issue, study.Pages) switch
        {
            (null, _, _) => string.Empty,
            ({ } volume, null, null) => $";{volume}",
            ({ } volume, { } issue, null) => $";{volume}({issue})",
            ({ } volume, null, { } pages) => $";{volume}:{pages}",
            ({ } volume, { } issue, { } pages) => $";{volume}({issue}):{pages}",
        };
}
