using System.Text;

namespace LdnEvidence.Api.Data.Search;

/// <summary>How a word of a search hangs on the word before it.</summary>
internal enum Joint
{
    Space,
    Hyphen,
    Apostrophe,
}

/// <summary>A word in lower case, and how it hangs on the word before it.</summary>
internal readonly record struct SearchWord(string Text, Joint Joint);

/// <summary>One thing that a record must contain: a word or a phrase, in any of its spellings, perhaps as a beginning.</summary>
internal sealed class SearchTerm(IReadOnlyList<SearchWord> words, bool isPrefix)
{
    private IReadOnlyList<string>? _alternatives;

    /// <summary>The spellings, any of which will do. Each is one or more words with single spaces between them; in order and next to each other.</summary>
    public IReadOnlyList<string> Alternatives => _alternatives ??= Spellings.Of(words, isPrefix);

    /// <summary>Whether the last word may go on.</summary>
    public bool IsPrefix => isPrefix;

    /// <summary>The term as a caller could write it.</summary>
    public string Normal { get; } = Write(words, isPrefix);

    private static string Write(IReadOnlyList<SearchWord> words, bool isPrefix)
    {
        var text = new StringBuilder(words[0].Text);
        foreach (var (word, joint) in words.Skip(1))
        {
            var between = joint switch
            {
                Joint.Hyphen => '-',
                Joint.Apostrophe => '\'',
                _ => ' ',
            };
            text.Append(between).Append(word);
        }

        if (words.Count > 1)
        {
            text.Insert(0, '"').Append('"');
        }

        return isPrefix ? text.Append('*').ToString() : text.ToString();
    }
}
