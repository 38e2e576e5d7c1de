using System.Collections.Frozen;
using System.Text;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>
/// Writes a character as it stands in the search index: compatibility forms, capitals, accents, strokes and ligatures as plain small letters. The
/// service runs without the operating system's globalization data, so the table travels with it; <c>.ci/search/folding.py</c> writes it.
/// </summary>
internal static class Folding
{
    private const int HangulFirst = 0xAC00;
    private const int HangulLast = 0xD7A3;
    private const int HangulVowels = 21;
    private const int HangulTails = 28;

    private static readonly Lazy<FrozenDictionary<int, string>> Table = new(Read);

    /// <summary>The plain text of a character, or null where it stands as it is.</summary>
    public static string? Plain(Rune rune) =>
        rune.Value is >= HangulFirst and <= HangulLast
            ? Jamo(rune.Value - HangulFirst)
            : Table.Value.GetValueOrDefault(rune.Value);

    /// <summary>A text in small letters without accents, for comparing texts: "Étude" and "etude" are one.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                plain.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (!IsAccent(rune.Value))
            {
                plain.Append(Plain(rune) ?? rune.ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether a character only puts an accent on the letter before it. Vowel signs of other scripts are letters of their words.</summary>
    public static bool IsAccent(int value) =>
        value
            is (>= 0x0300 and <= 0x036F)
                or (>= 0x0591 and <= 0x05C7)
                or (>= 0x064B and <= 0x065F)
                or 0x0670
                or (>= 0x1AB0 and <= 0x1AFF)
                or (>= 0x1DC0 and <= 0x1DFF)
                or (>= 0x20D0 and <= 0x20FF)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xFE20 and <= 0xFE2F)
                or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The letters of a Korean syllable, which some systems write one by one (The Unicode Standard, 3.12).</summary>
    private static string Jamo(int syllable)
    {
        var tail = syllable % HangulTails;
        var letters = new StringBuilder();
        letters.Append((char)(0x1100 + (syllable / (HangulVowels * HangulTails))));
        letters.Append((char)(0x1161 + (syllable / HangulTails % HangulVowels)));
        return tail == 0 ? letters.ToString() : letters.Append((char)(0x11A7 + tail)).ToString();
    }

    private static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream(typeof(Folding), "folding.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var plain = line[..tab];
            foreach (var rune in line[(tab + 1)..].EnumerateRunes())
            {
                table.Add(rune.Value, plain);
            }
        }

        return table.ToFrozenDictionary();
    }
}
