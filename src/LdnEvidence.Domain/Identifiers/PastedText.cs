namespace LdnEvidence.Domain.Identifiers;

/// <summary>Takes away what surrounds an identifier where it was copied from: encoding, space, brackets, quotes and closing punctuation.</summary>
internal static class PastedText
{
    private const int MaxDecodings = 4;
    private const string Openers = "([{<\"'“‘«";
    private const string Closers = ".,;:!?/\"'”’»";

    /// <summary>Brackets that may belong to an identifier: they go only where their partner is missing.</summary>
    private static readonly (char Open, char Close)[] Brackets = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')];

    /// <summary>The text without its surroundings.</summary>
    /// <param name="text">The text as it was pasted.</param>
    /// <param name="isPath">Whether the identifier is a path: then query and fragment of a web address are no part of it.</param>
    public static string Clean(string text, bool isPath)
    {
        var decoded = Decode(isPath ? WithoutQuery(text) : text);
        return Trim(string.Create(decoded.Length, decoded, static (span, source) => Fold(source, span)));
    }

    private static string WithoutQuery(string text) =>
        text.Contains("doi.org/", StringComparison.OrdinalIgnoreCase) && text.IndexOfAny(['?', '#']) is > 0 and var end
            ? text[..end]
            : text;

    private static string Decode(string text)
    {
        for (var round = 0; round < MaxDecodings && text.Contains('%', StringComparison.Ordinal); round++)
        {
            text = Uri.UnescapeDataString(text);
        }

        return text;
    }

    /// <summary>Writes wide letters, other hyphens and invisible characters as plain ASCII.</summary>
    private static void Fold(string source, Span<char> target)
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = source[index] switch
            {
                >= '\uff01' and <= '\uff5e' and var wide => (char)(wide - 0xfee0),
                >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' => ' ',
                var other => other,
            };
        }
    }

    private static string Trim(string text)
    {
        var rest = text.AsSpan().Trim();
        while (rest.Length > 0 && (char.IsWhiteSpace(rest[0]) || Openers.Contains(rest[0], StringComparison.Ordinal)))
        {
            rest = rest[1..];
        }

        while (rest.Length > 0 && IsSurrounding(rest))
        {
            rest = rest[..^1];
        }

        return rest.ToString();
    }

    private static bool IsSurrounding(ReadOnlySpan<char> text)
    {
        var last = text[^1];
        if (char.IsWhiteSpace(last) || Closers.Contains(last, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var (open, close) in Brackets)
        {
            if (last == close)
            {
                return text.Count(close) > text.Count(open);
            }
        }

        return false;
    }
}
