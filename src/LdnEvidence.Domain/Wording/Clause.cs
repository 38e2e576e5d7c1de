namespace LdnEvidence.Domain.Wording;

/// <summary>Makes a claim's statement, which says that something is said, part of a longer sentence.</summary>
internal static class Clause
{
    private static readonly string[] Subjects = ["LDN", "Low-dose naltrexone", "Naltrexone"];

    private static readonly string[] Titles = ["Dr", "Prof", "Professor"];

    private static readonly string[] OpeningPrepositions = ["As", "By", "Through", "Besides"];

    /// <summary>The statement as what the page says, without its full stop.</summary>
    public static string OnThePage(string statement)
    {
        var sentence = statement.TrimEnd('.');
        // A statement that names the page itself needs nobody else to say it.
        return
            sentence.Contains("the page's", StringComparison.Ordinal)
            || sentence.Contains("the page ", StringComparison.Ordinal)
            ? sentence
            : $"On the clinic's page, {Lowered(WithoutOpening(sentence))}";
    }

    /// <summary>
    /// "LDN is said to do this" as "LDN was reported to do this", without the full stop; null where the statement is of another form, because then nobody
    /// knows whose report it would become.
    /// </summary>
    public static string? Reported(string statement)
    {
        foreach (var subject in Subjects)
        {
            foreach (
                var (said, reported) in new[]
                {
                    (" is said to ", " was reported to "),
                    (" is said not to ", " was reported not to "),
                }
            )
            {
                if (statement.StartsWith(subject + said, StringComparison.Ordinal))
                {
                    return Lowered(subject) + reported + statement[(subject.Length + said.Length)..].TrimEnd('.');
                }
            }
        }

        return null;
    }

    /// <summary>"By this, LDN is said to do that" as "LDN is said, by this, to do that".</summary>
    private static string WithoutOpening(string sentence)
    {
        var comma = sentence.IndexOf(", ", StringComparison.Ordinal);
        if (comma < 0 || !OpeningPrepositions.Contains(sentence.Split(' ')[0], StringComparer.Ordinal))
        {
            return sentence;
        }

        var (opening, rest) = (sentence[..comma], sentence[(comma + 2)..]);
        foreach (var said in new[] { " is said ", " are said " })
        {
            var at = rest.IndexOf(said, StringComparison.Ordinal);
            if (at >= 0)
            {
                var after = at + said.Length;
                return $"{rest[..(after - 1)]}, {Lowered(opening)}, {rest[after..]}";
            }
        }

        return sentence;
    }

    /// <summary>With a small first letter, unless the first word is an abbreviation, a title or somebody's.</summary>
    private static string Lowered(string text)
    {
        var word = text.Split(' ')[0];
        return
            text.Length == 0
            || word.Skip(1).Any(char.IsUpper)
            || word.Contains('\'', StringComparison.Ordinal)
            || Titles.Contains(word, StringComparer.Ordinal)
            ? text
            : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
