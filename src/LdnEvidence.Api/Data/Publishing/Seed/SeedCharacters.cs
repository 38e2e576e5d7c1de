using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>
/// Which characters a text may have. Two texts that look alike must be alike, or a search misses one of them: so no character is unseen, the space is the plain one, and letters
/// are composed (Unicode Normalization Form C).
/// </summary>
internal static class SeedCharacters
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int Replacement = 0xFFFD;

    /// <summary>What is wrong with a text, and what would be right; null where nothing is.</summary>
    public static (string Problem, string Remedy)? FaultOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return ("The text is blank.", "Leave the field out, or write its value.");
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return ("The text begins or ends with a space.", "Take the space away.");
        }

        Rune? before = null;
        var runes = text.EnumerateRunes().ToArray();
        foreach (var (index, rune) in runes.Index())
        {
            var after = index + 1 < runes.Length ? runes[index + 1] : (Rune?)null;
            if (FaultOf(before, rune, after) is var (problem, remedy))
            {
                return ($"The text has {problem}: U+{rune.Value:X4}, character {index + 1}.", remedy);
            }

            before = rune;
        }

        return text.All(IsComposed) ? null : Decomposed(text);
    }

    private static (string Problem, string Remedy)? FaultOf(Rune? before, Rune rune, Rune? after) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator when rune.Value != ' ' => (
                "a space that is not the plain one",
                "Write a plain space."
            ),
            UnicodeCategory.Format when Joins(before, rune, after) => null,
            UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => Unseen,
            _ when IsBlankLetter(rune.Value) => Unseen,
            UnicodeCategory.PrivateUse => (
                "a character without a meaning of its own",
                "Write a character that Unicode knows."
            ),
            _ when rune.Value == Replacement || (rune.Value & 0xFFFE) == 0xFFFE => (
                "a sign for a character that was lost",
                "Write the character that the source has."
            ),
            _ => null,
        };

    private static (string Problem, string Remedy) Unseen =>
        ("a character that cannot be seen", "Take it out, and type the text anew where that leaves it wrong.");

    /// <summary>Persian and the scripts of India need two unseen characters between two of their letters; there, and only there, they belong to the spelling.</summary>
    private static bool Joins(Rune? before, Rune rune, Rune? after) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && IsJoined(before) && IsJoined(after);

    /// <summary>Arabic, Syriac, the scripts of India and South East Asia, Mongolian.</summary>
    private static bool IsJoined(Rune? letter) =>
        letter?.Value is (>= 0x0620 and <= 0x109F) or (>= 0x1780 and <= 0x18AF);

    /// <summary>Letters and marks that are blank: fillers, and selectors of a variant.</summary>
    private static bool IsBlankLetter(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Of the letters of Latin and Cyrillic and of punctuation nothing can be composed, and they are most that there are.</summary>
    private static bool IsComposed(char letter) =>
        letter is < '\u0300' or (>= '\u0388' and <= '\u0482') or (>= '\u2010' and <= '\u2027');

    private static (string Problem, string Remedy)? Decomposed(string text)
    {
        var composed = ENSNormalize.NF.NFC(text);
        if (composed == text)
        {
            return null;
        }

        var at = text.AsSpan().CommonPrefixLength(composed);
        while (
            at > 0
            && (char.IsLowSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)
        )
        {
            at--;
        }

        var (written, right) = (StringInfo.GetNextTextElement(text, at), StringInfo.GetNextTextElement(composed, at));
        return (
            $"The text has a letter that is not composed: '{written}' is written as {Codes(written)}.",
            $"Write it as {Codes(right)}: '{right}' (Unicode Normalization Form C)."
        );
    }

    private static string Codes(string letter) =>
        string.Join(' ', letter.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
