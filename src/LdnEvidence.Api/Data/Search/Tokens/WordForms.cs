using System.Buffers;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>The one form in which a word is indexed and searched for, and what it means to search for the beginning of a word.</summary>
internal static class WordForms
{
    /// <summary>So many letters of a spelling say that it is meant, at the start of a word; one more within it.</summary>
    private const int MinStart = 2;

    /// <summary>How a word may go on that was cut off within the ending of a plural.</summary>
    private static readonly string[] Endings = ["", "s", "es"];

    /// <summary>Endings that were cut off before their spelling showed: "randomis*", "leukaem*", "analys*".</summary>
    private static readonly (string British, string American)[] Cut = [("is", "iz"), ("ys", "yz"), ("aem", "em")];

    /// <summary>A word without any of these letters has no row of the table.</summary>
    private static readonly SearchValues<string> Differing = SearchValues.Create(
        [.. SpellingTable.Rows.Select(row => row.British)],
        StringComparison.Ordinal
    );

    /// <summary>The singular in American spelling. Words with digits, and words in other letters, stay as they are.</summary>
    public static string Normal(string word) =>
        word.AsSpan().ContainsAnyExceptInRange('a', 'z') ? word : American(Plurals.Singular(word));

    /// <summary>
    /// What the words of an index have in common whose written forms begin so. The index has "study" for "studies", so that "studi*" needs the whole word
    /// "study" besides the beginning "studi".
    /// </summary>
    public static (IReadOnlyList<string> Beginnings, IReadOnlyList<string> Words) BeginningWith(string start)
    {
        if (start.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return ([start], []);
        }

        var beginnings = new HashSet<string>([start, American(start)], StringComparer.Ordinal);
        foreach (var (british, american) in Cut.Where(cut => start.EndsWith(cut.British, StringComparison.Ordinal)))
        {
            beginnings.Add(American(start[..^british.Length]) + american);
        }

        foreach (var row in SpellingTable.Rows)
        {
            beginnings.UnionWith(Completed(start, row));
        }

        var words = Endings
            .Select(ending => Normal(start + ending))
            .Concat(Plurals.SingularsOf(start).Select(American))
            .Where(word => !beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
        return ([.. beginnings], [.. words.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The beginning in American spelling where it stops within letters that the spellings differ in: "tumou", "oes".</summary>
    private static IEnumerable<string> Completed(string start, Spelling row)
    {
        for (var length = Math.Min(row.British.Length - 1, start.Length); length >= MinStart; length--)
        {
            if (
                start.AsSpan().EndsWith(row.British.AsSpan(0, length), StringComparison.Ordinal)
                && (
                    start.Length == length
                    || (row.Place is SpellingPlace.Anywhere or SpellingPlace.End && length > MinStart)
                )
                && !row.American.StartsWith(row.British[..length], StringComparison.Ordinal)
            )
            {
                yield return American(start[..^length]) + row.American;
            }
        }
    }

    private static string American(string word)
    {
        if (!word.AsSpan().ContainsAny(Differing))
        {
            return word;
        }

        foreach (var (british, american, place) in SpellingTable.Rows)
        {
            word = place switch
            {
                SpellingPlace.Anywhere => word.Replace(british, american, StringComparison.Ordinal),
                SpellingPlace.Start when word.StartsWith(british, StringComparison.Ordinal) => american
                    + word[british.Length..],
                SpellingPlace.End when word.EndsWith(british, StringComparison.Ordinal) => word[..^british.Length]
                    + american,
                SpellingPlace.Whole when word == british => american,
                _ => word,
            };
        }

        return word;
    }
}
