using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// Where a sentence stands in the source document: a section of its outline, a block of that section, and sentences of that block when it
/// has several, as in <c>paragraph 1, sentences 3-4</c>.
/// </summary>
public sealed partial record Locator
{
    /// <summary>What a position looks like, in words that a curator can act on.</summary>
    public const string Form =
        "a block of the section's outline, optionally with sentences: 'paragraph 1', 'list item 4', 'paragraph 1, sentences 3-4'";

    private Locator(Slug section, string block, int? firstSentence, int? lastSentence)
    {
        Section = section;
        Block = block;
        FirstSentence = firstSentence;
        LastSentence = lastSentence;
    }

    /// <summary>The section's key in the outline.</summary>
    public Slug Section { get; }

    /// <summary>The block, such as <c>paragraph 1</c>.</summary>
    public string Block { get; }

    /// <summary>The first sentence meant, counted from 1, or null when the whole block is.</summary>
    public int? FirstSentence { get; }

    /// <summary>The last sentence meant.</summary>
    public int? LastSentence { get; }

    /// <summary>Block and sentences as one text.</summary>
    public string Position =>
        (FirstSentence, LastSentence) switch
        {
            (null, _) => Block,
            var (first, last) when first == last => $"{Block}, sentence {first}",
            var (first, last) => $"{Block}, sentences {first}-{last}",
        };

    /// <summary>Reads a position within a section.</summary>
    public static bool TryParse(Slug section, string? position, [NotNullWhen(true)] out Locator? locator)
    {
        locator = null;
        var match = Pattern().Match(position ?? string.Empty);
        if (!match.Success)
        {
            return false;
        }

        var first = Number(match.Groups["first"]) ?? Number(match.Groups["one"]);
        var last = Number(match.Groups["last"]) ?? first;
        if (match.Groups["last"].Success && last <= first)
        {
            return false;
        }

        locator = new Locator(section, match.Groups["block"].Value, first, last);
        return true;
    }

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        """
            ^(?<block>[a-z]+(\ [a-z]+)?\ [1-9][0-9]{0,3})
            (,\ (sentence\ (?<one>[1-9][0-9]{0,3})|sentences\ (?<first>[1-9][0-9]{0,3})-(?<last>[1-9][0-9]{0,3})))?\z
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Pattern();
}
