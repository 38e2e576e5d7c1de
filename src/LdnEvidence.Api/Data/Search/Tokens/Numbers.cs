using System.Buffers;
using System.Collections.Frozen;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>What a point or a comma between digits means.</summary>
internal enum NumberSeparator
{
    Decimal,
    Thousands,
}

/// <summary>Numbers with decimals and units: "4.5mg", "4.5 mg" and "4,5 mg" are one; "1,000" is "1000".</summary>
internal static class Numbers
{
    private static readonly FrozenSet<string> Units = new[]
    {
        "mg",
        "g",
        "kg",
        "mcg",
        "ug",
        "ng",
        "pg",
        "l",
        "dl",
        "ml",
        "ul",
        "mol",
        "mmol",
        "umol",
        "nmol",
        "pmol",
        "iu",
        "u",
        "m",
        "cm",
        "mm",
        "um",
        "nm",
        "s",
        "min",
        "h",
        "hr",
        "hz",
        "kda",
        "kcal",
        "kj",
        "mmhg",
        "meq",
        "mgy",
        "gy",
        "mm3",
        "ppm",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = Units.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Whether a word is digits, perhaps with decimals.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Digits);

    public static bool IsUnit(ReadOnlySpan<char> word) => UnitLookup.Contains(word);

    /// <summary>Where the unit begins in a word such as "4.5mg"; 0 where there is none.</summary>
    public static int UnitAt(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return 0;
        }

        var end = word.IndexOfAnyExcept(Digits);
        return end > 0 && IsUnit(word[end..]) ? end : 0;
    }

    /// <summary>What the sign between the digits at a place means, or null where it ends the number.</summary>
    public static NumberSeparator? Separator(string text, int place, char sign)
    {
        var end = place + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = end - place - 1;
        if (digits == 0)
        {
            return null;
        }

        if (sign == '.')
        {
            return NumberSeparator.Decimal;
        }

        // A list such as "4,5" is two numbers; a decimal comma is one where a unit follows.
        return digits == 3 ? NumberSeparator.Thousands
            : HasUnit(text.AsSpan(end)) ? NumberSeparator.Decimal
            : null;
    }

    private static bool HasUnit(ReadOnlySpan<char> rest)
    {
        rest = rest.Length > 0 && (char.IsWhiteSpace(rest[0]) || rest[0] == '-') ? rest[1..] : rest;
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetter(rest[end]) || rest[end] is 'µ' or 'μ'))
        {
            end++;
        }

        return end > 0 && Units.Contains(rest[..end].ToString().ToLowerInvariant().Replace('µ', 'u').Replace('μ', 'u'));
    }
}
