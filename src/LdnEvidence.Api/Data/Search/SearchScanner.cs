using System.Globalization;
using System.Text;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Takes a search text apart into words, phrases and beginnings of words. No text is refused: what is not a letter, a digit or one of the few signs
/// that mean something here only separates words.
/// </summary>
internal sealed class SearchScanner(string text)
{
    private readonly List<(IReadOnlyList<SearchWord> Words, bool IsPrefix)> _terms = [];
    private readonly StringBuilder _word = new();
    private List<SearchWord> _words = [];
    private Joint _joint;
    private bool _isQuoted;

    public IReadOnlyList<(IReadOnlyList<SearchWord> Words, bool IsPrefix)> Read()
    {
        var runes = Letters.Fold(text).EnumerateRunes().ToArray();
        for (var index = 0; index < runes.Length; index++)
        {
            var rune = runes[index];
            if (IsLetterOrDigit(rune))
            {
                _word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                // An accent that stands by itself belongs to the letter before it; the tokenizer takes it off.
                _word.Append(_word.Length > 0 ? rune.ToString() : string.Empty);
            }
            else
            {
                Separate(rune, runes.AsSpan(index + 1));
            }
        }

        EndWord();
        EndTerm(isPrefix: false);
        return _terms;
    }

    public static bool IsLetterOrDigit(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    private static bool IsQuote(Rune rune) => rune.Value is '"' or '“' or '”' or '„' or '«' or '»';

    private static bool HasQuote(ReadOnlySpan<Rune> runes)
    {
        foreach (var rune in runes)
        {
            if (IsQuote(rune))
            {
                return true;
            }
        }

        return false;
    }

    private void Separate(Rune rune, ReadOnlySpan<Rune> rest)
    {
        var followsWord = EndWord();
        if (IsQuote(rune))
        {
            EndTerm(isPrefix: _isQuoted && rest is [{ Value: '*' }, ..]);
            // A quotation mark without a partner means nothing.
            _isQuoted = !_isQuoted && HasQuote(rest);
        }
        else if (_isQuoted)
        {
            if (rune.Value == '*' && followsWord && rest.Length > 0 && IsQuote(rest[0]))
            {
                EndTerm(isPrefix: true);
            }

            _joint = followsWord ? JointOf(rune) ?? Joint.Space : Joint.Space;
        }
        else if (rune.Value == '*')
        {
            EndTerm(isPrefix: followsWord);
        }
        else if (followsWord && JointOf(rune) is { } joint)
        {
            // A single sign between letters, as in K50.90 or CD4-count, holds a phrase together; whatever comes next decides whether it does.
            _joint = joint;
        }
        else
        {
            EndTerm(isPrefix: false);
        }
    }

    private static Joint? JointOf(Rune rune) =>
        rune.Value switch
        {
            '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u00AD' => Joint.Hyphen,
            '\'' or '\u2019' => Joint.Apostrophe,
            '.' or ':' or '/' or '_' or '+' or '&' or '@' => Joint.Space,
            _ => null,
        };

    /// <summary>Whether there was a word that ended here.</summary>
    private bool EndWord()
    {
        if (_word.Length == 0)
        {
            return false;
        }

        _words.Add(new SearchWord(_word.ToString(), _words.Count > 0 ? _joint : Joint.Space));
        _word.Clear();
        _joint = Joint.Space;
        return true;
    }

    private void EndTerm(bool isPrefix)
    {
        // "Crohn's" is searched for as "Crohn": a text has one or the other, and its index has the word before the apostrophe in both cases.
        while (!isPrefix && _words is [_, .., { Text: "s", Joint: Joint.Apostrophe }])
        {
            _words.RemoveAt(_words.Count - 1);
        }

        if (_words.Count > 0)
        {
            _terms.Add((_words, isPrefix));
            _words = [];
        }

        _joint = Joint.Space;
    }
}
