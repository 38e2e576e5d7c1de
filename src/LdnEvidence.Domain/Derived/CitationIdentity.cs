using System.Buffers;
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
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",;，；、،؛");

    /// <summary>Title, first author, year, journal, volume, pages, DOI and PubMed identifier, in this order.</summary>
    public static IReadOnlyList<IdentityField> Of(Study study)
    {
        var printed = study.PrintedCitation;
        var author = study.Authors.Count == 0 ? null : study.Authors[0];
        string?[] names =
        [
            author?.ToCitation(),
            author is null ? null : $"{author.Family} {author.Initials} {author.Suffix}",
        ];
        return
        [
            Field("title", printed.Title, study.Title, Letters),
            Field("firstAuthor", FirstAuthor(printed.Authors, names), names[0], Letters, names[1]),
            Field("year", Text(printed.Year), Text(study.Year), Letters),
            Field("journal", printed.Journal, study.Journal, Letters, study.JournalAbbreviation),
            Field("volume", printed.Volume, study.Volume, Numbers),
            Field("pages", printed.Pages, study.Pages, Numbers),
            Field("doi", printed.Doi, study.Doi?.Value, doi => doi.ToLowerInvariant()),
            Field("pmid", null, study.Pmid?.Value, Letters),
        ];

        IdentityField Field(
            string name,
            string? asPrinted,
            string? canonical,
            Func<string, string> compared,
            string? other = null
        )
        {
            var result =
                canonical is null || study.IdentityChecked is null ? IdentityResult.NotChecked
                : asPrinted is null ? IdentityResult.AbsentInDocument
                // What a curator saw outweighs what letters and digits show: a misplaced point, a lost hyphen.
                : IsKnownToDiffer(name) ? IdentityResult.Mismatch
                : compared(asPrinted) == compared(canonical)
                || (other is not null && compared(asPrinted) == compared(other))
                    ? IdentityResult.Verified
                : IdentityResult.Mismatch;
            return new IdentityField(name, result, asPrinted, canonical);
        }

        bool IsKnownToDiffer(string name) =>
            study.Discrepancies.Any(difference => difference.Field == name && difference.Printed is not null);
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The first name of a printed list. Punctuation ends a name, but the name of an organisation may hold some, and some print it before a suffix: where
    /// the list begins with the whole name, in one of its spellings, that is the first.
    /// </summary>
    private static string? FirstAuthor(string? printed, string?[] spellings)
    {
        if (printed is null)
        {
            return null;
        }

        var names = printed.Split(" et al")[0];
        var ends = Enumerable
            .Range(0, names.Length)
            .Where(at => NameEnds.Contains(names[at]))
            .Append(names.Length)
            .ToList();
        var whole = ends.FindIndex(end =>
            spellings.Any(spelling => spelling is not null && Letters(names[..end]) == Letters(spelling))
        );
        return names[..ends[Math.Max(whole, 0)]].Trim();
    }

    /// <summary>Letters and digits of any script, without case: points, dashes and spaces make no difference.</summary>
    private static string Letters(string text) => string.Concat(Runs(text));

    /// <summary>As letters, but 1-23 is not 12-3: what stands between two numbers parts them, whichever dash it is.</summary>
    private static string Numbers(string text) => string.Join('-', Runs(text));

    private static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
            {
                run.Append(Rune.ToLowerInvariant(rune));
            }
            else if (run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }

        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }

    /// <summary>A vowel sign or an accent, which tells two words apart.</summary>
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
