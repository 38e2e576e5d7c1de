using System.Globalization;
using System.Text;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>A word of a text.</summary>
/// <param name="Raw">The word in plain small letters, as it was written.</param>
/// <param name="Text">The word as it is indexed: in the singular, in American spelling.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the text goes on after it.</param>
/// <param name="IsJoined">Whether it hangs on the word before it, as in "anti-inflammatory" or "4.5 mg".</param>
internal readonly record struct Word(string Raw, string Text, int Start, int End, bool IsJoined);

/// <summary>
/// Takes a text apart into words. It decides alone what a word is, for the index, for searches and for excerpts; a store is given its words and
/// nothing else. An instance remembers the words that it has seen and is used by one thread.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>Raised with every change of what a word is, so that the indexes of earlier builds are made anew.</summary>
    public const int Version = 1;

    /// <summary>How many words an instance remembers that reads whole catalogues.</summary>
    private const int MaxWords = 50_000;

    /// <summary>More Greek letters than these are a Greek word.</summary>
    private const int MaxGreekLetters = 2;

    private static readonly HashSet<string> MicroUnits = new(
        ["g", "l", "m", "mol", "s"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _maxRemembered;
    private char[] _letters = new char[64];
    private (int Start, int End)[] _places = new (int Start, int End)[64];
    private int _length;
    private List<Word> _words = [];
    private string _text = string.Empty;
    private int _apostrophe = -1;
    private bool _isJoined;

    /// <param name="maxRemembered">How many words are remembered; with more, all are forgotten and worked out again.</param>
    public Tokenizer(int maxRemembered = MaxWords)
    {
        _maxRemembered = maxRemembered;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private ReadOnlySpan<char> Raw => _letters.AsSpan(0, _length);

    /// <summary>The words of a text, in their order.</summary>
    public List<Word> Read(string text)
    {
        (_text, _words, _isJoined) = (text, [], false);
        for (var place = 0; place < text.Length; )
        {
            place += Step(place);
        }

        EndWord();
        return _words;
    }

    /// <summary>Reads the character at a place and says how long it is.</summary>
    private int Step(int place)
    {
        var letter = _text[place];
        if (char.IsAscii(letter))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                Add(char.ToLowerInvariant(letter), place, 1);
            }
            else
            {
                Sign(letter, place);
            }

            return 1;
        }

        Rune.DecodeFromUtf16(_text.AsSpan(place), out var rune, out var length);
        Other(rune, place, length);
        return length;
    }

    private void Other(Rune rune, int place, int length)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (Folding.IsAccent(rune.Value))
        {
            Stretch(place + length);
        }
        else if (category is UnicodeCategory.Format)
        {
            // Soft hyphens and characters without width are not seen, so they part no word.
        }
        else if (Signs.IsApostrophe(rune.Value) || Signs.IsHyphen(rune.Value))
        {
            Sign(Signs.IsHyphen(rune.Value) ? '-' : '\'', place);
        }
        else if (Folding.Plain(rune) is { } plain)
        {
            Add(plain, place, length, category);
        }
        else if (category is UnicodeCategory.DecimalDigitNumber)
        {
            Add((char)('0' + (int)Rune.GetNumericValue(rune)), place, length);
        }
        else if (Signs.IsOfWord(category) && (_length > 0 || !Signs.IsMark(category)))
        {
            Add(rune.ToString(), place, length, category);
        }
        else
        {
            Sign(' ', place);
        }
    }

    private void Add(string plain, int place, int length, UnicodeCategory category)
    {
        // A raised digit or a fraction is no part of the number before it.
        if (category is UnicodeCategory.OtherNumber && _length > 0 && char.IsAsciiDigit(_letters[_length - 1]))
        {
            EndWord();
        }

        foreach (var letter in plain)
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter > 0x7F && letter != '\u2044')
            {
                Add(letter == 'μ' && IsMicro(place + length) ? 'u' : letter, place, length);
            }
            else
            {
                EndWord();
                _isJoined = true;
            }
        }
    }

    private void Add(char letter, int place, int length)
    {
        // A Greek letter in front of other letters stands for its name.
        if (_length > 0 && Signs.IsGreek(letter) != Signs.IsGreek(_letters[_length - 1]))
        {
            EndWord();
            _isJoined = true;
        }

        Append(letter, place, place + length);
    }

    private void Append(char letter, int start, int end)
    {
        if (_length == _letters.Length)
        {
            Array.Resize(ref _letters, 2 * _length);
            Array.Resize(ref _places, 2 * _length);
        }

        (_letters[_length], _places[_length]) = (letter, (start, end));
        _length++;
    }

    /// <summary>An accent that stands by itself belongs to the letter before it.</summary>
    private void Stretch(int end)
    {
        if (_length > 0)
        {
            _places[_length - 1].End = end;
        }
    }

    private void Sign(char sign, int place)
    {
        if (_length == 0)
        {
            _isJoined = false;
        }
        else if (Signs.IsApostrophe(sign) && Signs.IsFollowedByLetter(_text, place))
        {
            _apostrophe = _length;
        }
        else if (sign is '.' or ',' && Numbers.IsNumber(Raw) && Numbers.Separator(_text, place, sign) is { } kind)
        {
            if (kind is NumberSeparator.Decimal)
            {
                Append('.', place, place + 1);
            }
        }
        else
        {
            EndWord();
            _isJoined = Signs.Joins(sign);
        }
    }

    private bool IsMicro(int next)
    {
        var end = next;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }

        return MicroUnits.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_text.AsSpan(next, end - next));
    }

    private void EndWord()
    {
        if (_length == 0)
        {
            return;
        }

        var raw = Raw;
        var last = _length - 1;
        if (_apostrophe > 0 && _apostrophe == last && raw[last] == 's')
        {
            raw = raw[..last];
        }

        if (Signs.IsGreek(raw[0]) && raw.Length <= MaxGreekLetters)
        {
            for (var index = 0; index < raw.Length; index++)
            {
                Emit(GreekLetters.Name(raw[index]), index, index, index > 0 || _isJoined);
            }
        }
        else if (Numbers.UnitAt(raw) is > 0 and var unit)
        {
            Emit(raw[..unit], 0, unit - 1, _isJoined);
            Emit(raw[unit..], unit, last, isJoined: true);
        }
        else
        {
            Emit(raw, 0, last, _isJoined || FollowsNumber(raw));
        }

        (_length, _apostrophe, _isJoined) = (0, -1, false);
    }

    /// <summary>Whether the word is a unit right after a number, as in "4.5 mg".</summary>
    private bool FollowsNumber(ReadOnlySpan<char> raw) =>
        _words.Count > 0
        && Numbers.IsNumber(_words[^1].Raw)
        && _places[0].Start == _words[^1].End + 1
        && char.IsWhiteSpace(_text[_words[^1].End])
        && Numbers.IsUnit(raw);

    private void Emit(ReadOnlySpan<char> raw, int first, int last, bool isJoined)
    {
        if (!_lookup.TryGetValue(raw, out var written, out var text))
        {
            if (_known.Count >= _maxRemembered)
            {
                _known.Clear();
            }

            written = raw.ToString();
            text = WordForms.Normal(written);
            _known.Add(written, text);
        }

        _words.Add(new Word(written, text, _places[first].Start, _places[last].End, isJoined));
    }
}
