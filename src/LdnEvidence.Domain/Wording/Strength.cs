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
        var words = WordsOf(text);
        (StatementStrength Strength, string Phrase)? strongest = null;
        var covered = 0;
        for (var start = 0; start < words.Count; start++)
        {
            if (LongestFrom(words, start) is not ({ } found, var end) || end <= covered)
            {
                continue;
            }

            covered = end;
            if (strongest is null || found > strongest.Value.Strength)
            {
                strongest = (found, string.Join(' ', words.Skip(start).Take(end - start)));
            }
        }

        return strongest;
    }

    /// <summary>The strength of the strongest phrase in the text; null where it has none.</summary>
    public static StatementStrength? Of(string text) => StrongestIn(text)?.Strength;

    /// <summary>Whether the phrase's words stand in the text one after the other, in whatever case.</summary>
    public static bool Has(string text, string phrase) =>
        $" {string.Join(' ', WordsOf(text))} ".Contains(
            $" {string.Join(' ', WordsOf(phrase))} ",
            StringComparison.Ordinal
        );

    private static (StatementStrength? Strength, int End) LongestFrom(List<string> words, int start)
    {
        (StatementStrength? Strength, int End) longest = (null, start);
        var node = Root;
        for (var next = start; next < words.Count; next++)
        {
            if (
                !node.Next.TryGetValue(words[next], out var following)
                && !(IsNumber(words[next]) && node.Next.TryGetValue(AnyNumber, out following))
            )
            {
                break;
            }

            node = following!;
            if (node.Ends is { } strength)
            {
                longest = (strength, next + 1);
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

    private static bool IsNumber(string word) =>
        NumberWords.Contains(word, StringComparer.Ordinal)
        || (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1);

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inWord = at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’');
            if (inWord && start < 0)
            {
                start = at;
            }
            else if (!inWord && start >= 0)
            {
                var word = text[start..at].Replace('’', '\'').Trim('\'').ToLowerInvariant();
                start = -1;
                if (word.Length > 0)
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    /// <summary>The words that may follow, and the strength of the phrase that ends here.</summary>
    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public StatementStrength? Ends { get; set; }
    }
}
