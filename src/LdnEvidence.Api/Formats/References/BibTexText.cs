using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LdnEvidence.Api.Formats.References;

/// <summary>Text inside the braces of a BibTeX field.</summary>
internal static class BibTexText
{
    private static readonly SearchValues<char> BeforeWords = SearchValues.Create("([\"'“‘");
    private static readonly SearchValues<char> AfterWords = SearchValues.Create(")]\"'”’,.:;?!");

    /// <summary>Text in which every letter means itself.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Escape(string? text)
    {
        if (text is null)
        {
            return null;
        }

        text = RecordBody.OnOneLine(text);
        var isBalanced = IsBalanced(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var (index, letter) in text.Index())
        {
            // TeX joins two of these to a dash or a quotation mark; an empty group keeps them apart.
            if (letter is '-' or '\'' or '`' && index > 0 && text[index - 1] == letter)
            {
                escaped.Append("{}");
            }

            escaped.Append(
                letter switch
                {
                    '&' or '%' or '#' or '$' or '_' => $"\\{letter}",
                    // BibTeX counts braces even behind a backslash, so only pairs may stay braces.
                    '{' => isBalanced ? "\\{" : "\\textbraceleft{}",
                    '}' => isBalanced ? "\\}" : "\\textbraceright{}",
                    '~' => "\\textasciitilde{}",
                    '^' => "\\textasciicircum{}",
                    '\\' => "\\textbackslash{}",
                    _ => letter.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    /// <summary>
    /// A title whose capitals stay: styles put titles into small letters, but never what stands in braces. The first word's own capital is left to
    /// the style.
    /// </summary>
    public static string Title(string title) =>
        string.Join(' ', title.Split(' ').Select((word, index) => Protect(word, isFirst: index == 0)));

    /// <summary>A name in the form "Family, Given"; in braces where a comma or the word "and" would break it, or where it is not taken apart.</summary>
    public static string Name(ReferenceName name) =>
        name.Given is null ? $"{{{Escape(name.Family)}}}" : $"{Part(name.Family)}, {Part(name.Given)}";

    /// <summary>A field that is read letter by letter, such as a DOI: nothing is escaped, but what would end the field is percent-encoded.</summary>
    public static string? Verbatim(string? text) =>
        text
            ?.Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Part(string part) =>
        part.Contains(',', StringComparison.Ordinal)
        || part.Split(' ').Any(word => word.Equals("and", StringComparison.OrdinalIgnoreCase))
            ? $"{{{Escape(part)}}}"
            : Escape(part);

    private static string Protect(string word, bool isFirst)
    {
        var start = word.AsSpan().IndexOfAnyExcept(BeforeWords);
        var end = word.AsSpan().LastIndexOfAnyExcept(AfterWords);
        if (start < 0 || end < start)
        {
            return Escape(word);
        }

        var core = word[start..(end + 1)];
        var hasCapital = core.Skip(isFirst ? 1 : 0).Any(char.IsUpper);
        return hasCapital ? $"{Escape(word[..start])}{{{Escape(core)}}}{Escape(word[(end + 1)..])}" : Escape(word);
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
