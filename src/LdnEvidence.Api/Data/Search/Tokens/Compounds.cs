using System.Collections.Frozen;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>
/// Words that are written together, apart or with a hyphen: "anti-inflammatory", "anti inflammatory" and "antiinflammatory" are one. The index has the
/// parts of a hyphenated word and, besides them, the parts written together; a search tries the ways in which its words may be written.
/// </summary>
internal static class Compounds
{
    /// <summary>More words than these are written together by nobody.</summary>
    public const int MaxParts = 4;

    /// <summary>So many ways of writing a term are tried: a phrase of many words has more, and the likely ones come first.</summary>
    private const int MaxForms = 64;

    private const int MinSplit = 4;

    /// <summary>Words that begin or end no compound: "in active disease" is not "inactive disease", and "man aged 40" is not "managed".</summary>
    private static readonly FrozenSet<string> NoParts = new[]
    {
        "a",
        "about",
        "after",
        "age",
        "aged",
        "all",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "do",
        "each",
        "few",
        "for",
        "from",
        "had",
        "has",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "man",
        "may",
        "me",
        "men",
        "more",
        "most",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "our",
        "per",
        "she",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "why",
        "with",
        "you",
        "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether two neighbouring words may be parts of one.</summary>
    public static bool MayJoin(Word first, Word second) =>
        !(char.IsAsciiDigit(first.Raw[^1]) && char.IsAsciiDigit(second.Raw[0]))
        && (second.IsJoined || (!NoParts.Contains(first.Raw) && !NoParts.Contains(second.Raw)));

    /// <summary>Neighbouring words as they are indexed when they are written together.</summary>
    public static string Joined(IEnumerable<Word> words) =>
        WordForms.Normal(string.Concat(words.Select(word => word.Raw)));

    /// <summary>What a text writes with a hyphen, written together.</summary>
    public static IEnumerable<string> In(IReadOnlyList<Word> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            for (
                var last = first + 1;
                last < words.Count
                    && last < first + MaxParts
                    && words[last].IsJoined
                    && MayJoin(words[last - 1], words[last]);
                last++
            )
            {
                yield return Joined(words.Skip(first).Take(last - first + 1));
            }
        }
    }

    /// <summary>The ways in which a text may write these words, each a phrase; as they were typed comes first.</summary>
    public static IReadOnlyList<string[]> Forms(IReadOnlyList<Word> words)
    {
        var forms = new List<string[]> { words.Select(word => word.Text).ToArray() };
        forms.AddRange(WrittenTogether(words));
        forms.AddRange(WrittenApart(words));
        return forms.Count > MaxForms ? forms[..MaxForms] : forms;
    }

    private static IEnumerable<string[]> WrittenTogether(IReadOnlyList<Word> words)
    {
        for (var length = Math.Min(words.Count, MaxParts); length > 1; length--)
        {
            for (var first = 0; first + length <= words.Count; first++)
            {
                var parts = words.Skip(first).Take(length).ToList();
                if (parts.Zip(parts.Skip(1)).All(pair => MayJoin(pair.First, pair.Second)))
                {
                    yield return
                    [
                        .. words.Take(first).Select(word => word.Text),
                        Joined(parts),
                        .. words.Skip(first + length).Select(word => word.Text),
                    ];
                }
            }
        }
    }

    private static IEnumerable<string[]> WrittenApart(IReadOnlyList<Word> words)
    {
        for (var place = 0; place < words.Count; place++)
        {
            var raw = words[place].Raw;
            for (var cut = 1; cut < raw.Length; cut++)
            {
                if (MaySplit(raw, cut))
                {
                    yield return
                    [
                        .. words.Take(place).Select(word => word.Text),
                        WordForms.Normal(raw[..cut]),
                        WordForms.Normal(raw[cut..]),
                        .. words.Skip(place + 1).Select(word => word.Text),
                    ];
                }
            }
        }
    }

    private static bool MaySplit(string raw, int cut)
    {
        var (before, after) = (raw[cut - 1], raw[cut]);
        if (!char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(after))
        {
            return false;
        }

        // "TLR4" is written "TLR 4" too; a number is never taken apart.
        return char.IsAsciiDigit(before) != char.IsAsciiDigit(after)
            || (
                !char.IsAsciiDigit(before)
                && raw.Length >= MinSplit
                && raw.Length - cut > 1
                && !NoParts.Contains(raw[..cut])
                && !NoParts.Contains(raw[cut..])
            );
    }
}
