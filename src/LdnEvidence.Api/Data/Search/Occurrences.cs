using LdnEvidence.Api.Data.Search.Tokens;

namespace LdnEvidence.Api.Data.Search;

/// <summary>Where terms occur in a text, as an index of its words would find them.</summary>
internal static class Occurrences
{
    /// <summary>The stretches of a text in which terms occur, in order, none touching another.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="found">Set for each term that occurs.</param>
    public static List<(int Start, int End)> In(
        IReadOnlyList<Word> words,
        IReadOnlyList<SearchTerm> terms,
        bool[] found
    )
    {
        var stretches = new List<(int Start, int End)>();
        for (var first = 0; first < words.Count; first++)
        {
            var next = first;
            for (var term = 0; term < terms.Count; term++)
            {
                foreach (var form in terms[term].Forms)
                {
                    if (End(words, first, form) is > 0 and var end)
                    {
                        found[term] = true;
                        next = Math.Max(next, end);
                    }
                }
            }

            if (next > first)
            {
                Add(stretches, words[first].Start, words[next - 1].End);
            }
        }

        return stretches;
    }

    /// <summary>The word after the one with which the form ends that begins at a word; 0 where it does not begin there.</summary>
    private static int End(IReadOnlyList<Word> words, int first, TermForm form)
    {
        var place = first;
        for (var index = 0; index < form.Words.Count; index++)
        {
            place = EndOfOne(words, place, form.Words[index], form.IsPrefix && index == form.Words.Count - 1);
            if (place == 0)
            {
                return 0;
            }
        }

        return place;
    }

    /// <summary>One word of a form is one word of the text, or several that a hyphen joins.</summary>
    private static int EndOfOne(IReadOnlyList<Word> words, int first, string word, bool isPrefix)
    {
        for (var end = first + 1; end <= words.Count && end <= first + Compounds.MaxParts; end++)
        {
            if (end > first + 1 && !words[end - 1].IsJoined)
            {
                return 0;
            }

            var text = end == first + 1 ? words[first].Text : Compounds.Joined(words.Skip(first).Take(end - first));
            if (isPrefix ? text.StartsWith(word, StringComparison.Ordinal) : text == word)
            {
                return end;
            }
        }

        return 0;
    }

    private static void Add(List<(int Start, int End)> stretches, int start, int end)
    {
        if (stretches.Count > 0 && start <= stretches[^1].End)
        {
            stretches[^1] = (stretches[^1].Start, Math.Max(end, stretches[^1].End));
        }
        else
        {
            stretches.Add((start, end));
        }
    }
}
