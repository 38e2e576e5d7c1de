using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// What a caller searches for: terms that must all match. It is read once from whatever the caller sent and can be trusted from then on: it has at
/// least one word, a bounded number of them, and nothing in it that a search engine could take for an operator.
/// </summary>
internal sealed class SearchExpression
{
    public const int MaximumLength = 300;
    public const int MaximumWords = 24;
    public const int MinimumPrefix = 2;
    public const int MaximumPrefixes = 4;

    private SearchExpression(IEnumerable<SearchTerm> terms)
    {
        Terms = [.. terms];
        Normal = string.Concat(Terms.Select((term, index) => Between(index) + term.Normal));
    }

    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>The search in plain letters: whatever differs only in case, accents or punctuation has the same.</summary>
    public string Normal { get; }

    /// <summary>The clinical codes that the search may be, where it is one code and nothing else.</summary>
    public IReadOnlyList<Code> Codes => Terms is [var only] ? only.Codes : [];

    /// <param name="text">Whatever a caller sent.</param>
    /// <param name="expression">The search.</param>
    /// <param name="problem">What is wrong with the text, in words for the caller.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out SearchExpression? expression,
        [NotNullWhen(false)] out string? problem
    )
    {
        expression = null;
        if (text.Length > MaximumLength)
        {
            problem = Say($"{text.Length} characters are too many; expected at most {MaximumLength}.");
            return false;
        }

        var terms = new SearchParser(text).Read();
        var (words, prefixes) = (terms.Sum(term => term.Words.Count), terms.Count(term => term.IsPrefix));
        problem = (words, prefixes) switch
        {
            (0, _) => "There is no word to search for; expected letters or digits.",
            (> MaximumWords, _) => Say($"{words} words are too many; expected at most {MaximumWords}."),
            (_, > MaximumPrefixes) => Say(
                $"{prefixes} words with a star are too many; expected at most {MaximumPrefixes}."
            ),
            _ => terms.Where(IsTooShort).Select(Lengthen).FirstOrDefault(),
        };
        expression = problem is null ? new SearchExpression(terms) : null;
        return problem is null;
    }

    /// <summary>
    /// The terms to match in one release: neighbouring words that its texts write as one, with a hyphen or together, are one term.
    /// </summary>
    /// <param name="occurs">Whether any text of the release has this word.</param>
    public IReadOnlyList<SearchTerm> In(Func<string, bool> occurs)
    {
        var terms = new List<SearchTerm>();
        foreach (var term in Terms)
        {
            if (
                terms.Count > 0
                && term is { FollowsClosely: true, IsPrefix: false }
                && terms[^1] is { IsPrefix: false } last
                && last.Words.Count + term.Words.Count <= Compounds.MaxParts
                && Compounds.MayJoin(last.Words[^1], term.Words[0])
                && occurs(Compounds.Joined([.. last.Words, .. term.Words]))
            )
            {
                terms[^1] = last.With(term);
            }
            else
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    public override string ToString() => Normal;

    /// <summary>A comma where the search had more than space, so that the terms are not taken for parts of one word.</summary>
    private string Between(int index) =>
        index == 0 ? string.Empty
        : Terms[index].FollowsClosely
        || Terms[index].IsPhrase
        || Terms[index - 1] is { IsPhrase: true } or { IsPrefix: true }
            ? " "
        : ", ";

    private static bool IsTooShort(SearchTerm term) =>
        term.IsPrefix && term.Words[^1].Raw.EnumerateRunes().Count(Rune.IsLetterOrDigit) < MinimumPrefix;

    private static string Lengthen(SearchTerm term) =>
        Say(
            $"'{term.Words[^1].Raw}*' would match too much; expected at least {MinimumPrefix} letters before the star."
        );

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
