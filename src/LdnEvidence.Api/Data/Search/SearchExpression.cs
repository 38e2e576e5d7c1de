using System.Diagnostics.CodeAnalysis;
using System.Globalization;

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
        Terms =
        [
            .. terms
                .DistinctBy(term => term.Normal, StringComparer.Ordinal)
                .OrderBy(term => term.Normal, StringComparer.Ordinal),
        ];
        Normal = string.Join(' ', Terms.Select(term => term.Normal));
    }

    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>The search in one spelling: whatever differs only in case, order, repetition or punctuation has the same.</summary>
    public string Normal { get; }

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

        var terms = new SearchScanner(text).Read();
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
        expression = problem is null
            ? new SearchExpression(terms.Select(term => new SearchTerm(term.Words, term.IsPrefix)))
            : null;
        return problem is null;
    }

    public override string ToString() => Normal;

    private static bool IsTooShort((IReadOnlyList<SearchWord> Words, bool IsPrefix) term) =>
        term.IsPrefix && term.Words[^1].Text.EnumerateRunes().Count(SearchScanner.IsLetterOrDigit) < MinimumPrefix;

    private static string Lengthen((IReadOnlyList<SearchWord> Words, bool IsPrefix) term) =>
        Say(
            $"'{term.Words[^1].Text}*' would match too much; expected at least {MinimumPrefix} letters before the star."
        );

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
