using System.Text;
using LdnEvidence.Api.Data.Search.Tokens;

namespace LdnEvidence.Api.Data.Search;

/// <summary>What a store indexes of a text: its words in order with spaces between them, then what it writes with a hyphen written together.</summary>
internal static class IndexedText
{
    /// <summary>Stands between the parts of a text, such as the synonyms of a condition, so that no phrase is found across them.</summary>
    public const char Break = '\uE000';

    /// <summary>The words of a text whose parts are separated by <see cref="Break"/>.</summary>
    public static string Of(string text, Tokenizer tokenizer)
    {
        var indexed = new StringBuilder(text.Length + (text.Length / 8));
        var together = new List<string>();
        foreach (var part in text.Split(Break))
        {
            indexed.Append(indexed.Length > 0 ? $" {Break}" : string.Empty);
            var words = tokenizer.Read(part);
            foreach (var word in words)
            {
                indexed.Append(' ').Append(word.Text);
            }

            together.AddRange(Compounds.In(words));
        }

        foreach (var word in together.Distinct(StringComparer.Ordinal))
        {
            indexed.Append(' ').Append(Break).Append(' ').Append(word);
        }

        return indexed.ToString();
    }
}
