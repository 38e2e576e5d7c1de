namespace LdnEvidence.Benchmarks.Generator;

/// <summary>
/// Words that no language has, made of syllables, one for each number. The last letter tells the families apart, so no word of one is in another,
/// and no stemmer or spelling rule for English changes any of them.
/// </summary>
internal static class Words
{
    /// <summary>How many words stand in a third of all claims each.</summary>
    public const int CommonCount = 96;

    private const string Consonants = "bdfgklmnprtv";
    private const string Vowels = "aeiou";
    private const int Syllables = 60;

    /// <summary>A word that a third of all claims have in their statement.</summary>
    public static string Common(int number) => Spell(number * 37, 3, 'm');

    /// <summary>A word that one to five claims have in their statement.</summary>
    public static string Rare(int number) => Spell(number, 4, 'k');

    /// <summary>The name of a condition.</summary>
    public static string Condition(int number) => Spell(number, 3, 'n');

    private static string Spell(int number, int syllables, char last)
    {
        Span<char> letters = stackalloc char[(syllables * 2) + 1];
        // Neighbouring numbers get words that are unlike each other: 7919 has no factor in common with any power of 60.
        var rest = number * 7919L % Power(syllables);
        for (var i = 0; i < syllables; i++, rest /= Syllables)
        {
            var syllable = (int)(rest % Syllables);
            letters[i * 2] = Consonants[syllable / Vowels.Length];
            letters[(i * 2) + 1] = Vowels[syllable % Vowels.Length];
        }

        letters[^1] = last;
        return new string(letters);
    }

    private static long Power(int syllables) => syllables == 0 ? 1 : Syllables * Power(syllables - 1);
}
