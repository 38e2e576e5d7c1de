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
        text.Append(Sentence(Authors(study))).Append(' ');
        text.Append(Sentence(study.Title ?? $"[title as printed] {study.PrintedCitation.Title}")).Append(' ');
        text.Append(Sentence(study.JournalAbbreviation ?? study.Journal)).Append(' ').Append(study.Year);
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
        study.Authors.Count > 0 ? Names(study.Authors)
        : study.PrintedCitation.Authors is { } printed ? $"[authors as printed] {printed}"
        : "[authors not known]";

    /// <summary>Commas stand between persons, and a semicolon before and after an organisation.</summary>
    private static string Names(IReadOnlyList<Author> authors)
    {
        var text = new StringBuilder(authors[0].ToCitation());
        foreach (var (before, author) in authors.Zip(authors.Skip(1)))
        {
            text.Append(before.Literal is null && author.Literal is null ? ", " : "; ").Append(author.ToCitation());
        }

        return text.ToString();
    }

    /// <summary>A part with its full stop, unless it ends in a sign that closes a sentence.</summary>
    private static string Sentence(string part) =>
        part is [.., '.' or '?' or '!' or '。' or '？' or '！'] ? part : $"{part}.";

    private static string Place(Study study)
    {
        var issue = study.Issue is null ? string.Empty : $"({study.Issue})";
        var numbers = $"{study.Volume}{issue}";
        return (numbers.Length > 0 ? $";{numbers}" : string.Empty)
            + (study.Pages is null ? string.Empty : $":{study.Pages}");
    }
}
