using System.Text;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Cuts the passage out of a record that shows why it was found. The index matched a folded copy of the text; the marks it set are carried over to
/// the text as it was published.
/// </summary>
internal static class Excerpt
{
    /// <summary>Set by the index before and after a match; no text contains them.</summary>
    public const char Begin = '\u0001';
    public const char End = '\u0002';

    /// <summary>Stands between the parts of a text, such as the synonyms of a condition, so that no phrase is found across them.</summary>
    public const char Break = '\uE000';

    /// <summary>An excerpt has so many characters, or a few more to end with a word.</summary>
    public const int Length = 240;

    /// <summary>The first of these texts that has a mark, cut to the part and the place that have most.</summary>
    /// <param name="columns">Each text as it was published, and its folded copy with marks.</param>
    public static string? Of(IEnumerable<(string? Text, string? Marked)> columns)
    {
        foreach (var (text, marked) in columns)
        {
            if (text is not null && marked is not null && marked.Contains(Begin, StringComparison.Ordinal))
            {
                return Cut(
                    Carry(text, marked).Split(Break).MaxBy(part => part.Count(letter => letter == Begin))!.Trim()
                );
            }
        }

        return null;
    }

    /// <summary>What is indexed of a text: the letters that the index knows, and none of the signs above.</summary>
    public static string Indexed(string text) => Letters.Fold(Clean(text));

    private static string Clean(string text) => text.Replace(Begin, ' ').Replace(End, ' ').Replace('\0', ' ');

    private static string Carry(string text, string marked)
    {
        var carried = new StringBuilder(text.Length + 32);
        var place = 0;
        foreach (var letter in Clean(text))
        {
            // A match that ends here ends before the next one begins.
            while (place < marked.Length && marked[place] is Begin or End)
            {
                carried.Append(marked[place++]);
            }

            carried.Append(letter);
            place += Letters.FoldedLength(letter);
        }

        return carried.Append(marked.AsSpan(Math.Min(place, marked.Length))).ToString();
    }

    /// <summary>Keeps the stretch that has most marks, in whole words, and writes it as HTML.</summary>
    private static string Cut(string part)
    {
        if (part.Length <= Length)
        {
            return Html(part, isCutBefore: false, isCutAfter: false);
        }

        var marks = Enumerable.Range(0, part.Length).Where(place => part[place] == Begin).ToList();
        var best = marks.MaxBy(place => marks.Count(other => other >= place && other < place + Length * 3 / 4));
        var from = WordStart(part, Math.Min(best - Length / 5, part.Length - Length), best);
        var to = WordEnd(part, Math.Max(from + Length, part.IndexOf(End, best) + 1));
        return Html(part[from..to], from > 0, to < part.Length);
    }

    /// <summary>Where the first word at or after a place begins; the mark where there is none before it.</summary>
    private static int WordStart(string part, int place, int mark)
    {
        if (place <= 0)
        {
            return 0;
        }

        var space = part.IndexOf(' ', place - 1, mark - place + 1);
        return space < 0 ? mark : space + 1;
    }

    private static int WordEnd(string part, int place)
    {
        var space = place < part.Length ? part.IndexOf(' ', place) : -1;
        return space < 0 ? part.Length : space;
    }

    private static string Html(string text, bool isCutBefore, bool isCutAfter)
    {
        var html = new StringBuilder(text.Length + 64);
        html.Append(isCutBefore ? "… " : string.Empty);
        var isOpen = false;
        foreach (var letter in text)
        {
            switch (letter)
            {
                case Begin:
                    isOpen = true;
                    html.Append("<mark>");
                    break;
                case End when isOpen:
                    isOpen = false;
                    html.Append("</mark>");
                    break;
                case End:
                    break;
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.Append(letter);
                    break;
            }
        }

        html.Append(isOpen ? "</mark>" : string.Empty);
        return html.Append(isCutAfter ? " …" : string.Empty).ToString();
    }
}
