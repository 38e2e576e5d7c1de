using System.Globalization;
using System.Text;

namespace LdnEvidence.Domain.Derived;

/// <summary>What a comparison of one field of a citation gave.</summary>
public enum IdentityResult
{
    /// <summary>Printed as it is.</summary>
    Verified,

    /// <summary>Printed otherwise than it is.</summary>
    Mismatch,

    /// <summary>Known, but the document does not print it.</summary>
    AbsentInDocument,

    /// <summary>Nobody has seen what is right, or nobody has compared it.</summary>
    NotChecked,
}

/// <summary>One field of a citation, as printed and as it is.</summary>
/// <param name="Field">The field.</param>
/// <param name="Result">What comparing them gave.</param>
/// <param name="Printed">What the document prints; null where it prints nothing.</param>
/// <param name="Canonical">What is right; null where nobody has seen it.</param>
public sealed record IdentityField(string Field, IdentityResult Result, string? Printed, string? Canonical);

/// <summary>Compares the citation that a document prints with the work that it means, field by field, so that nothing is called verified that was not compared.</summary>
public static class CitationIdentity
{
    /// <summary>Title, first author, year, journal, volume, pages, DOI and PubMed identifier, in this order.</summary>
    public static IReadOnlyList<IdentityField> Of(Study study)
    {
        var printed = study.PrintedCitation;
        return
        [
            Field("title", printed.Title, study.Title),
            Field("firstAuthor", FirstAuthor(printed.Authors), FirstAuthor(study)),
            Field("year", Text(printed.Year), Text(study.Year)),
            Field("journal", printed.Journal, study.Journal, study.JournalAbbreviation),
            Field("volume", printed.Volume, study.Volume),
            Field("pages", printed.Pages, study.Pages),
            Field("doi", printed.Doi, study.Doi?.Value),
            Field("pmid", null, study.Pmid?.Value),
        ];

        IdentityField Field(string name, string? asPrinted, string? canonical, string? shorter = null)
        {
            var result =
                canonical is null || study.IdentityChecked is null ? IdentityResult.NotChecked
                : asPrinted is null ? IdentityResult.AbsentInDocument
                // What a curator saw outweighs what letters and digits show: a misplaced point, a lost hyphen.
                : IsKnownToDiffer(name) ? IdentityResult.Mismatch
                : IsSame(asPrinted, canonical) || (shorter is not null && IsSame(asPrinted, shorter))
                    ? IdentityResult.Verified
                : IdentityResult.Mismatch;
            return new IdentityField(name, result, asPrinted, canonical);
        }

        bool IsKnownToDiffer(string name) =>
            study.Discrepancies.Any(difference => difference.Field == name && difference.Printed is not null);
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Authors are printed as family name and initials, with commas between them.</summary>
    private static string? FirstAuthor(string? authors) =>
        authors?.Split([",", " et al"], StringSplitOptions.TrimEntries)[0];

    private static string? FirstAuthor(Study study) =>
        study.Authors.Count == 0 ? null : $"{study.Authors[0].Family} {study.Authors[0].Initials}";

    /// <summary>Case, points, kinds of dashes and spaces make no difference; letters and digits do.</summary>
    private static bool IsSame(string left, string right) => Letters(left).SequenceEqual(Letters(right));

    private static IEnumerable<char> Letters(string text) =>
        text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
}
