using System.Buffers;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Takes a search text apart into words, identifiers, phrases between quotation marks and beginnings of words before a star. No text is refused: what is no
/// word and none of these signs only separates words.
/// </summary>
internal sealed class SearchParser(string text)
{
    /// <summary>What no identifier has that stands alone.</summary>
    private static readonly SearchValues<char> Labelling = SearchValues.Create(" \t:/_");

    /// <summary>Words of earlier searches that are remembered, a few for each thread: callers may send any.</summary>
    private const int MaxRemembered = 1000;

    [ThreadStatic]
    private static Tokenizer? _ofThread;

    private readonly Tokenizer _tokenizer = _ofThread ??= new Tokenizer(MaxRemembered);
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
        var plain = start;
        for (var place = start; place < end; place++)
        {
            var isStart = !char.IsWhiteSpace(text[place]) && (place == start || char.IsWhiteSpace(text[place - 1]));
            if (isStart && LabelledIdentifier(place, end) is var (length, term))
            {
                Plain(plain, place);
                _terms.Add(term);
                plain = place + length;
                place = plain - 1;
            }
        }

        Plain(plain, end);
    }

    /// <summary>An identifier that can be nothing else: a DOI, or one with a label or the address of a web page before it.</summary>
    private (int Length, SearchTerm Term)? LabelledIdentifier(int place, int end)
    {
        if (
            IdentifierText.ReadAt(text[..end], place) is not { } run
            || !text.AsSpan(place, run.Length).ContainsAny(Labelling)
            || text.AsSpan(place, run.Length).Contains('*')
        )
        {
            return null;
        }

        var values = Values(run.Meanings);
        var normal = run.Meanings[0].Value.ToLowerInvariant();
        var term = new SearchTerm(values[0], isPrefix: false, followsClosely: false, values, normal)
        {
            Codes = [.. run.Meanings.Select(Code.From)],
        };
        return (run.Length, term);
    }

    private void Plain(int start, int end)
    {
        var words = _tokenizer.Read(text[start..end]);
        for (var first = 0; first < words.Count; )
        {
            var next = first + 1;
            while (next < words.Count && words[next].IsJoined)
            {
                next++;
            }

            var followsClosely = first > 0 && IsSpace(start + words[first - 1].End, start + words[first].Start);
            var written = text[(start + words[first].Start)..(start + words[next - 1].End)];
            _terms.Add(Term(words[first..next], written, IsStar(start + words[next - 1].End), followsClosely));
            first = next;
        }
    }

    /// <summary>A word, which may be an identifier too: "B12" is a vitamin and a code.</summary>
    private SearchTerm Term(IReadOnlyList<Word> words, string written, bool isPrefix, bool followsClosely)
    {
        var bare = words.Count == 1 ? words[0].Raw : Folding.Plain(written);
        return
            !isPrefix
            && bare.AsSpan().ContainsAnyInRange('0', '9')
            && !bare.AsSpan().ContainsAny(Labelling)
            && IdentifierText.Meanings(bare) is { Count: > 0 } meanings
            ? new SearchTerm(words, isPrefix, followsClosely, Values(meanings), bare)
            {
                Codes = IsCode(bare) ? [.. meanings.Select(Code.From)] : [],
            }
            : new SearchTerm(words, isPrefix, followsClosely);
    }

    /// <summary>Whether a word is written as clinical codes are: "C4d" and "C5a" are proteins rather than codes.</summary>
    private static bool IsCode(string bare) =>
        bare.Length >= Icd10cmCode.CategoryLength && char.IsAsciiDigit(bare[Icd10cmCode.CategoryLength - 1]);

    private List<IReadOnlyList<Word>> Values(IReadOnlyList<Identifier> meanings) =>
        [.. meanings.Select(meaning => _tokenizer.Read(meaning.Value))];

    /// <summary>A slash between two words is no more than space.</summary>
    private bool IsSpace(int start, int end)
    {
        for (var place = start; place < end; place++)
        {
            if (!char.IsWhiteSpace(text[place]) && text[place] != '/')
            {
                return false;
            }
        }

        return true;
    }
}
