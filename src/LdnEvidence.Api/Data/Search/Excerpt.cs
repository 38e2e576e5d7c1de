using System.Text;
using LdnEvidence.Api.Data.Search.Tokens;

namespace LdnEvidence.Api.Data.Search;

/// <summary>Cuts the passage out of a record that shows why it was found, with what was searched for marked in the text as it was published.</summary>
internal static class Excerpt
{
    /// <summary>An excerpt has so many characters, or a few more to end with a word.</summary>
    public const int Length = 240;

    /// <summary>The first of these texts in which a term occurs, cut to the part and the place where most do; null where the record does not match.</summary>
    /// <param name="columns">Each text of a record as it was published.</param>
    /// <param name="terms">What was searched for.</param>
    public static string? Of(IEnumerable<string?> columns, IReadOnlyList<SearchTerm> terms)
    {
        var tokenizer = new Tokenizer();
        var found = new bool[terms.Count];
        string? excerpt = null;
        foreach (var column in columns.OfType<string>())
        {
            var parts = column
                .Split(IndexedText.Break)
                .Select(part => (Text: part, Marks: Occurrences.In(tokenizer.Read(part), terms, found)))
                .ToList();
            var (text, marks) = parts.MaxBy(part => part.Marks.Count);
            excerpt ??= marks.Count > 0 ? Cut(text, marks) : null;
        }

        return Array.TrueForAll(found, isFound => isFound) ? excerpt : null;
    }

    /// <summary>Keeps the stretch that has most marks, in whole words, and writes it as HTML.</summary>
    private static string Cut(string text, IReadOnlyList<(int Start, int End)> marks)
    {
        var (from, to) = (text.Length - text.TrimStart().Length, text.TrimEnd().Length);
        var (isCutBefore, isCutAfter) = (false, false);
        if (to - from > Length)
        {
            var best = marks.MaxBy(mark =>
                marks.Count(other => other.Start >= mark.Start && other.Start < mark.Start + (Length * 3 / 4))
            );
            var (first, last) = (from, to);
            from = WordStart(text, first, Math.Min(best.Start - (Length / 5), last - Length), best.Start);
            to = WordEnd(text, last, Math.Max(from + Length, best.End));
            (isCutBefore, isCutAfter) = (from > first, to < last);
        }

        var html = new StringBuilder(Length + 64).Append(isCutBefore ? "… " : string.Empty);
        foreach (var (start, end) in marks.Where(mark => mark.Start >= from && mark.End <= to))
        {
            Escape(html, text.AsSpan(from, start - from));
            html.Append("<mark>");
            Escape(html, text.AsSpan(start, end - start));
            html.Append("</mark>");
            from = end;
        }

        Escape(html, text.AsSpan(from, to - from));
        return html.Append(isCutAfter ? " …" : string.Empty).ToString();
    }

    /// <summary>Where the first word at or after a place begins; the mark where there is none before it.</summary>
    private static int WordStart(string text, int first, int place, int mark)
    {
        if (place <= first)
        {
            return first;
        }

        var space = text.IndexOf(' ', place - 1, mark - place + 1);
        return space < 0 ? mark : space + 1;
    }

    private static int WordEnd(string text, int last, int place)
    {
        var space = place < last ? text.IndexOf(' ', place, last - place) : -1;
        return space < 0 ? last : space;
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            html.Append(
                letter switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    _ => null,
                }
            );
            if (letter is not ('&' or '<' or '>' or '"' or '\''))
            {
                html.Append(letter);
            }
        }
    }
}
