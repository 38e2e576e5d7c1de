using System.Buffers;

namespace LdnEvidence.Api.Data.Search;

/// <summary>The ways in which a text may spell what somebody searches for.</summary>
internal static class Spellings
{
    /// <summary>So many spellings of one term are tried: a phrase of many such words has more, and the likely ones come first.</summary>
    public const int Maximum = 8;

    private static readonly bool[] Directions = [true, false];

    /// <summary>What is written differently anywhere in a whole word, or in one that was cut off too: a word without any of it has no row of the table.</summary>
    private static readonly SearchValues<string> InWhole = Letters(
        SpellingTable.Rows.Where(row => row.Place is not SpellingPlace.Cut)
    );
    private static readonly SearchValues<string> InCut = Letters(SpellingTable.Rows);

    /// <summary>The spellings of a term; the one that was typed comes first.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SearchWord> words, bool isPrefix)
    {
        var found = new List<string[]>(Maximum);
        foreach (var joined in Joined(words))
        {
            Add(found, joined);
        }

        // Most words are spelled in one way only, and most of those have nothing of any row in them.
        var letters = isPrefix ? InCut : InWhole;
        Spelling[] rows = found.Exists(form => Array.Exists(form, word => word.AsSpan().ContainsAny(letters)))
            ? [.. SpellingTable.Rows.Where(row => found.Exists(form => Speaks(row, form, isPrefix)))]
            : [];
        if (rows.Length == 0)
        {
            return [.. found.Select(form => string.Join(' ', form))];
        }

        // A text mostly keeps to one country's spelling, so these two come before the mixed ones.
        foreach (var form in found.ToArray())
        {
            Add(found, Spelled(form, rows, isPrefix, toAmerican: true));
            Add(found, Spelled(form, rows, isPrefix, toAmerican: false));
        }

        for (var index = 0; index < found.Count && found.Count < Maximum; index++)
        {
            foreach (var respelled in OneChanged(found[index], rows, isPrefix))
            {
                Add(found, respelled);
            }
        }

        return [.. found.Select(form => string.Join(' ', form))];
    }

    /// <summary>
    /// The words as they are, and with those joined that a hyphen or an apostrophe holds together: "non-steroidal" is written "nonsteroidal" too,
    /// and "Crohn's disease" also "Crohns disease" and "Crohn disease".
    /// </summary>
    private static IEnumerable<string[]> Joined(IReadOnlyList<SearchWord> words)
    {
        yield return [.. words.Select(word => word.Text)];
        if (words.Any(word => word.Joint is Joint.Hyphen))
        {
            yield return Join(words, Joint.Hyphen);
        }

        if (words.Any(word => word.Joint is Joint.Apostrophe))
        {
            yield return Join(words, Joint.Apostrophe);
            yield return
            [
                .. words.Where(word => word is not { Text: "s", Joint: Joint.Apostrophe }).Select(word => word.Text),
            ];
        }
    }

    private static SearchValues<string> Letters(IEnumerable<Spelling> rows) =>
        SearchValues.Create([.. rows.SelectMany(row => new[] { row.British, row.American })], StringComparison.Ordinal);

    private static string[] Join(IEnumerable<SearchWord> words, Joint joint)
    {
        var joined = new List<string>();
        foreach (var word in words)
        {
            if (word.Joint == joint)
            {
                joined[^1] += word.Text;
            }
            else
            {
                joined.Add(word.Text);
            }
        }

        return [.. joined];
    }

    private static void Add(List<string[]> found, string[] form)
    {
        if (found.Count < Maximum && !found.Exists(other => other.AsSpan().SequenceEqual(form)))
        {
            found.Add(form);
        }
    }

    /// <summary>Whether a row of the table has a word of this form in either spelling.</summary>
    private static bool Speaks(Spelling row, string[] form, bool isPrefix)
    {
        for (var place = 0; place < form.Length; place++)
        {
            var isCut = isPrefix && IsLast(form, place);
            if (Has(form[place], row.American, row.Place, isCut) || Has(form[place], row.British, row.Place, isCut))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLast(string[] form, int place) => place == form.Length - 1;

    /// <summary>The words with every spelling of one country in place of the other's.</summary>
    private static string[] Spelled(string[] form, Spelling[] rows, bool isPrefix, bool toAmerican)
    {
        var spelled = form.ToArray();
        for (var place = 0; place < form.Length; place++)
        {
            foreach (var row in rows)
            {
                spelled[place] =
                    Change(spelled[place], row, isPrefix && IsLast(form, place), toAmerican) ?? spelled[place];
            }
        }

        return spelled;
    }

    private static IEnumerable<string[]> OneChanged(string[] form, Spelling[] rows, bool isPrefix)
    {
        for (var place = 0; place < form.Length; place++)
        {
            foreach (var row in rows)
            {
                foreach (var toAmerican in Directions)
                {
                    if (Change(form[place], row, isPrefix && IsLast(form, place), toAmerican) is { } changed)
                    {
                        var copy = form.ToArray();
                        copy[place] = changed;
                        yield return copy;
                    }
                }
            }
        }
    }

    /// <summary>The word in the other spelling, or null where the row does not speak of it.</summary>
    private static string? Change(string word, Spelling row, bool isCut, bool toAmerican)
    {
        var (from, to) = toAmerican ? (row.British, row.American) : (row.American, row.British);
        // The British spelling often contains the American one ("aemia", "emia"): a word that has it is not made British twice.
        if (!Has(word, from, row.Place, isCut) || (!toAmerican && Has(word, row.British, row.Place, isCut)))
        {
            return null;
        }

        return row.Place switch
        {
            SpellingPlace.Anywhere => word.Replace(from, to, StringComparison.Ordinal),
            SpellingPlace.Start => to + word[from.Length..],
            _ => word[..^from.Length] + to,
        };
    }

    private static bool Has(string word, string letters, SpellingPlace place, bool isCut) =>
        place switch
        {
            SpellingPlace.Anywhere => word.Contains(letters, StringComparison.Ordinal),
            SpellingPlace.Start => word.StartsWith(letters, StringComparison.Ordinal),
            SpellingPlace.End => !isCut && word.EndsWith(letters, StringComparison.Ordinal),
            SpellingPlace.Whole => !isCut && word == letters,
            _ => isCut && word.EndsWith(letters, StringComparison.Ordinal),
        };
}
