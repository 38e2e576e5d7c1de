using System.Globalization;

namespace LdnEvidence.Domain.Wording;

/// <summary>Measures how much a text claims to know, by the phrases that it uses.</summary>
public static class Strength
{
    /// <summary>The sign that stands in a phrase for any number above one.</summary>
    public const string AnyNumber = "#";

    private static readonly string[] NumberWords =
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "several",
    ];

    private static readonly Node Root = Plant();

    /// <summary>
    /// The phrases of each strength, in lower case. A phrase that is part of a longer one says nothing of its own there, so that "is said to have
    /// shown" is no stronger than "is said".
    /// </summary>
    public static IReadOnlyList<(StatementStrength Strength, string Phrase)> Phrases { get; } = StrengthPhrases.All;

    /// <summary>The strongest phrase in the text; null where it has none.</summary>
    public static (StatementStrength Strength, string Phrase)? StrongestIn(string text)
    {
        var spelt = Spelt(text);
        (StatementStrength Strength, string Phrase)? strongest = null;
        var covered = 0;
        for (var start = 1; start < spelt.Length; start = spelt.IndexOf(' ', start) + 1)
        {
            if (LongestFrom(spelt, start) is not ({ } found, var end) || end <= covered)
            {
                continue;
            }

            covered = end;
            if (strongest is null || found > strongest.Value.Strength)
            {
                strongest = (found, spelt[start..end]);
            }
        }

        return strongest;
    }

    /// <summary>The strength of the strongest phrase in the text; null where it has none.</summary>
    public static StatementStrength? Of(string text) => StrongestIn(text)?.Strength;

    /// <summary>Whether the phrase's words stand in the text one after the other, in whatever case.</summary>
    public static bool Has(string text, string phrase) => FirstIn(text, [phrase]) is not null;

    /// <summary>The first of these phrases whose words stand in the text one after the other, in whatever case; null where none does.</summary>
    public static string? FirstIn(string text, IEnumerable<string> phrases)
    {
        var spelt = Spelt(text);
        return phrases.FirstOrDefault(phrase => spelt.Contains(Spelt(phrase), StringComparison.Ordinal));
    }

    /// <summary>The strength of the longest phrase that begins at a word of a spelt text, and where it ends.</summary>
    private static (StatementStrength? Strength, int End) LongestFrom(string spelt, int start)
    {
        (StatementStrength? Strength, int End) longest = (null, start);
        var node = Root;
        for (int next = start, end; next < spelt.Length; next = end + 1)
        {
            end = spelt.IndexOf(' ', next);
            if (node.After(spelt.AsSpan(next..end)) is not { } following)
            {
                break;
            }

            node = following;
            if (node.Ends is { } strength)
            {
                longest = (strength, end);
            }
        }

        return longest;
    }

    private static Node Plant()
    {
        var root = new Node();
        foreach (var (strength, phrase) in StrengthPhrases.All)
        {
            var node = root;
            foreach (var word in phrase.Split(' '))
            {
                if (!node.Next.TryGetValue(word, out var following))
                {
                    node.Next[word] = following = new Node();
                }

                node = following;
            }

            node.Ends = strength;
        }

        return root;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var number in NumberWords)
        {
            if (word.SequenceEqual(number))
            {
                return true;
            }
        }

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure > 1;
    }

    /// <summary>The words of a text in lower case, with one space before and after each; two spaces where it has no word.</summary>
    private static string Spelt(string text)
    {
        Span<char> spelt = text.Length < 1024 ? stackalloc char[text.Length + 2] : new char[text.Length + 2];
        spelt[0] = ' ';
        var (length, start) = (1, -1);
        for (var at = 0; at <= text.Length; at++)
        {
            var inWord = at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’');
            if (inWord && start < 0)
            {
                start = at;
            }
            else if (!inWord && start >= 0)
            {
                var word = text.AsSpan(start..at).Trim("'’");
                start = -1;
                if (word.IsEmpty)
                {
                    continue;
                }

                foreach (var letter in word)
                {
                    spelt[length++] = letter == '’' ? '\'' : char.ToLowerInvariant(letter);
                }

                spelt[length++] = ' ';
            }
        }

        return length == 1 ? "  " : new string(spelt[..length]);
    }

    /// <summary>The words that may follow, and the strength of the phrase that ends here.</summary>
    private sealed class Node
    {
        private Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> _next;

        public Node() => _next = Next.GetAlternateLookup<ReadOnlySpan<char>>();

        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public StatementStrength? Ends { get; set; }

        /// <summary>Where a word leads; null where no phrase goes on with it.</summary>
        public Node? After(ReadOnlySpan<char> word) =>
            _next.TryGetValue(word, out var following) ? following
            : Next.TryGetValue(AnyNumber, out var numbered) && IsNumber(word) ? numbered
            : null;
    }
}
