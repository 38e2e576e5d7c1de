using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LdnEvidence.Domain.Identifiers;

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

    /// <summary>
    /// A name in the form "Family, Suffix, Given"; in braces where it is not taken apart, and a part of it where a comma, the word "and" or a small word would break it.
    /// </summary>
    public static string Name(ReferenceName name) =>
        name switch
        {
            { Family: { } family, Given: { } given } => string.Join(
                ", ",
                new[] { Family(family), name.Suffix is null ? null : Part(name.Suffix), Part(given) }.Where(part =>
                    part is not null
                )
            ),
            _ => $"{{{Escape(name.Literal ?? name.Family)}}}",
        };

    /// <summary>The pages, with the two hyphens of TeX between a first and a last page.</summary>
    public static string? Pages(string? pages) =>
        pages is null
            ? null
            : string.Join(
                ", ",
                PageRange
                    .Read(pages)
                    .Select(range =>
                        range.Last is null ? Escape(range.First) : $"{Escape(range.First)}--{Escape(range.Last)}"
                    )
            );

    /// <summary>A field that is read letter by letter, such as a DOI: nothing is escaped, but what would end the field is percent-encoded.</summary>
    public static string? Verbatim(string? text) =>
        text
            ?.Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);

    /// <summary>
    /// Small words at its beginning are particles to BibTeX (de la Cruz); elsewhere they would be too, with all that stands before them (Ortega y Gasset), so such a name is put in
    /// braces.
    /// </summary>
    private static string Family(string family)
    {
        var words = family.Split(' ');
        var hasSmallWordWithin = words.SkipWhile(IsSmall).SkipLast(1).Any(IsSmall);
        return hasSmallWordWithin ? $"{{{Escape(family)}}}" : Part(family);
    }

    private static bool IsSmall(string word) => char.IsLower(word.FirstOrDefault(char.IsLetter));

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
