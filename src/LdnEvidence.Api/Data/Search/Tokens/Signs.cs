using System.Globalization;
using System.Text;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>Which characters belong to words, and what the signs between them mean.</summary>
internal static class Signs
{
    public static bool IsApostrophe(int value) =>
        value is '\'' or '`' or 0xB4 or 0x02B9 or 0x02BB or 0x02BC or 0x055A or 0x2018 or 0x2019 or 0x201B or 0x2032;

    /// <summary>Hyphens, and dashes that are written for one; the long dash parts sentences.</summary>
    public static bool IsHyphen(int value) =>
        value is '-' or 0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2212 or 0x2043 or 0x00B7 or 0x2027;

    /// <summary>Whether a single sign between two words holds them together.</summary>
    public static bool Joins(char sign) => sign is '-' or '.' or ':' or '_' or '+' or '&' or '@';

    public static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    public static bool IsStar(char sign) => sign is '*' or '＊' or '﹡';

    public static bool IsGreek(char letter) => letter is >= 'α' and <= 'ω';

    public static bool IsMark(UnicodeCategory category) =>
        category
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    public static bool IsOfWord(UnicodeCategory category) =>
        IsMark(category)
        || category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>Whether a letter or digit comes next after the sign at a place, past what is not seen.</summary>
    public static bool IsFollowedByLetter(string text, int place)
    {
        foreach (var rune in text.AsSpan(place + 1).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not UnicodeCategory.Format)
            {
                return IsOfWord(category) && !IsMark(category) && !IsApostrophe(rune.Value);
            }
        }

        return false;
    }
}

/// <summary>The names of the letters that science writes in Greek.</summary>
internal static class GreekLetters
{
    private static readonly string[] Names =
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "omicron",
        "pi",
        "rho",
        "sigma",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
    ];

    public static string Name(char letter) => Names[letter - 'α'];
}
