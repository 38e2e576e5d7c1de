using System.Buffers;
using System.Text;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Letters that stand for others but that a tokenizer keeps as they are, since Unicode does not take them apart: ligatures and letters with a stroke.
/// Indexed text and searched text go through the same table. Case and accents are the tokenizer's work.
/// </summary>
internal static class Letters
{
    private const string Folded = "æÆœŒßẞøØłŁđĐðÐþÞħĦıĳĲﬀﬁﬂﬃﬄﬅﬆ";

    private static readonly SearchValues<char> Special = SearchValues.Create(Folded);

    /// <summary>The text in the letters that the index knows.</summary>
    public static string Fold(string text)
    {
        var first = text.AsSpan().IndexOfAny(Special);
        if (first < 0)
        {
            return text;
        }

        var folded = new StringBuilder(text, 0, first, text.Length + 8);
        foreach (var letter in text.AsSpan(first))
        {
            if (Plain(letter) is { } plain)
            {
                folded.Append(plain);
            }
            else
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>How many letters a letter becomes.</summary>
    public static int FoldedLength(char letter) => Plain(letter)?.Length ?? 1;

    private static string? Plain(char letter) =>
        letter switch
        {
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ß' or 'ẞ' => "ss",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'þ' or 'Þ' => "th",
            'ħ' or 'Ħ' => "h",
            'ı' => "i",
            'ĳ' or 'Ĳ' => "ij",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            _ => null,
        };
}
