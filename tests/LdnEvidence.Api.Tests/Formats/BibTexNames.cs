using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>Reads the names of a BibTeX field as BibTeX does; shares no code with the writer.</summary>
internal static partial class BibTexNames
{
    /// <summary>A name that was read: its particle, its family name, its suffix and its given names; a name in braces is one whole.</summary>
    public sealed record Read(string Particle, string Family, string? Suffix, string? Given);

    public static List<Read> Of(string entry)
    {
        var field = Field().Match(entry).Groups["names"].Value;
        return [.. Split(field, " and ").Select(name => One(Split(name, ", ")))];
    }

    private static Read One(List<string> parts)
    {
        var (suffix, given) = parts switch
        {
            [_] => (null, null),
            [_, var first] => (null, first),
            [_, var junior, var first] => (junior, first),
            _ => throw new FormatException("A name has at most two commas."),
        };
        var words = Split(parts[0], " ");
        var small = words
            .SkipLast(1)
            .ToList()
            .FindLastIndex(word => word[0] != '{' && char.IsLower(word.FirstOrDefault(char.IsLetter)));
        if (parts.Count == 1 && words.Count > 1)
        {
            throw new FormatException($"Without a comma, {parts[0]} is taken apart at its spaces.");
        }

        return new Read(
            Plain(string.Join(' ', words.Take(small + 1))),
            Plain(string.Join(' ', words.Skip(small + 1))),
            suffix is null ? null : Plain(suffix),
            given is null ? null : Plain(given)
        );
    }

    /// <summary>Splits where no brace is open.</summary>
    private static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0 && string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0)
            {
                parts.Add(text[start..at]);
                start = at + separator.Length;
                at = start - 1;
            }
        }

        return [.. parts, text[start..]];
    }

    /// <summary>What TeX would print.</summary>
    private static string Plain(string text) =>
        Sign()
            .Replace(
                text,
                match => match.Value.Length == 2 && match.Value[0] == '\\' ? match.Value[1..] : string.Empty
            );

    [GeneratedRegex(@"\n  author = \{(?<names>.*)\},\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"\\[&%#$_{}]|[{}]")]
    private static partial Regex Sign();
}
