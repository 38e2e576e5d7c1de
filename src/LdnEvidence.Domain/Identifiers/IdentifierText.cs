using System.Collections.Frozen;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>Finds identifiers in running text, such as a search or a sentence that cites a study.</summary>
public static class IdentifierText
{
    /// <summary>The most words that one identifier is written in, as in <c>SNOMED CT 34000006</c>.</summary>
    private const int MaxWords = 3;

    /// <summary>Fewer digits than these without a label are a number, not a PubMed identifier.</summary>
    private const int MinBareDigits = 5;

    private static readonly FrozenSet<string> Labels = new[]
    {
        "doi",
        "pmid",
        "pubmed",
        "medline",
        "pmcid",
        "pmc",
        "nct",
        "clinicaltrials.gov",
        "mesh",
        "icd",
        "icd10",
        "icd-10",
        "icd10cm",
        "icd-10cm",
        "icd-10-cm",
        "mondo",
        "go",
        "loinc",
        "umls",
        "cui",
        "snomed",
        "snomedct",
        "snomed-ct",
        "sct",
        "sctid",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelLookup =
        Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the identifier that begins at a place of a text: the longest run of words that is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a word begins.</param>
    /// <returns>The run, or null where no identifier begins there.</returns>
    public static IdentifierRun? ReadAt(string text, int start)
    {
        var ends = Ends(text, start);
        for (var words = ends.Count; words > 0; words--)
        {
            var run = text[start..ends[words - 1]];
            if (run.AsSpan().IndexOfAnyInRange('0', '9') < 0 && run.AsSpan().IndexOfAnyInRange('\uff10', '\uff19') < 0)
            {
                return null;
            }

            if (Meanings(run) is { Count: > 0 } meanings)
            {
                return new IdentifierRun(run.Length, meanings);
            }
        }

        // Two identifiers are often written with nothing but a comma or slash between them.
        return
            ends.Count > 0
            && text.IndexOfAny([',', ';', '/', '|', '(', ')'], start, ends[0] - start) is > 0 and var cut
            && Meanings(text[start..cut]) is { Count: > 0 } first
            ? new IdentifierRun(cut - start, first)
            : null;
    }

    /// <summary>Every identifier that a text as a whole could be; several where systems write alike, as with seven digits.</summary>
    public static IReadOnlyList<Identifier> Meanings(string text)
    {
        var meanings = new List<Identifier>();
        var bareDigits = text.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0;
        foreach (var system in Enum.GetValues<IdentifierSystem>())
        {
            var isTooBare =
                bareDigits
                && (system == IdentifierSystem.Nct || (system == IdentifierSystem.Pmid && text.Length < MinBareDigits));
            if (!isTooBare && Identifier.TryParse(system, text, out var identifier))
            {
                meanings.Add(identifier);
            }
        }

        return meanings;
    }

    /// <summary>Where the first word ends and, if it is a label, where the words after it do.</summary>
    private static List<int> Ends(string text, int start)
    {
        var ends = new List<int>(MaxWords);
        var end = start;
        while (end < text.Length && ends.Count < MaxWords)
        {
            var word = end;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end == word)
            {
                break;
            }

            ends.Add(end);
            if (ends.Count == 1 && !LabelLookup.Contains(text.AsSpan(start, end - start).TrimEnd(":#=")))
            {
                break;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }
        }

        return ends;
    }
}

/// <summary>A run of text that is an identifier.</summary>
/// <param name="Length">How many characters it has, a label before it and punctuation after it included.</param>
/// <param name="Meanings">What it can be, in canonical form; several where systems write alike.</param>
public sealed record IdentifierRun(int Length, IReadOnlyList<Identifier> Meanings);
