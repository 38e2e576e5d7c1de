using LdnEvidence.Api.Data.Search.Tokens;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Takes a search text apart into words, phrases between quotation marks and beginnings of words before a star. No text is refused: what is no word and none
/// of these signs only separates words.
/// </summary>
internal sealed class SearchParser(string text)
{
    private readonly Tokenizer _tokenizer = new();
    private readonly List<SearchTerm> _terms = [];

    public IReadOnlyList<SearchTerm> Read()
    {
        var rest = 0;
        while (rest < text.Length)
        {
            var open = QuoteFrom(rest);
            var close = open < text.Length ? QuoteFrom(open + 1) : text.Length;
            Words(rest, open);
            if (close == text.Length)
            {
                // A quotation mark without a partner means nothing.
                Words(Math.Min(open + 1, text.Length), text.Length);
                break;
            }

            Phrase(open + 1, close);
            rest = close + 1;
        }

        return _terms;
    }

    private int QuoteFrom(int place)
    {
        while (place < text.Length && !Signs.IsQuote(text[place]))
        {
            place++;
        }

        return place;
    }

    private bool IsStar(int place) => place < text.Length && Signs.IsStar(text[place]);

    private void Phrase(int start, int end)
    {
        var words = _tokenizer.Read(text[start..end]);
        if (words.Count > 0)
        {
            var isPrefix = IsStar(end + 1) || (IsStar(end - 1) && start + words[^1].End == end - 1);
            _terms.Add(new SearchTerm(words, isPrefix, followsClosely: false));
        }
    }

    private void Words(int start, int end)
    {
        var words = _tokenizer.Read(text[start..end]);
        for (var first = 0; first < words.Count; )
        {
            var next = first + 1;
            while (next < words.Count && words[next].IsJoined)
            {
                next++;
            }

            var followsClosely =
                first > 0 && IsSpace(text.AsSpan()[(start + words[first - 1].End)..(start + words[first].Start)]);
            _terms.Add(new SearchTerm(words[first..next], IsStar(start + words[next - 1].End), followsClosely));
            first = next;
        }
    }

    /// <summary>A slash between two words is no more than space.</summary>
    private static bool IsSpace(ReadOnlySpan<char> between)
    {
        foreach (var sign in between)
        {
            if (!char.IsWhiteSpace(sign) && sign != '/')
            {
                return false;
            }
        }

        return true;
    }
}
