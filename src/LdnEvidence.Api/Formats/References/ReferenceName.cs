using System.Globalization;
using System.Text;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Formats.References;

/// <summary>An author as reference managers take one: taken apart into family, given names and suffix, or as one whole.</summary>
internal sealed record ReferenceName
{
    /// <summary>A name that is not taken apart.</summary>
    public ReferenceName(string literal) => Literal = literal;

    /// <summary>A person's name; given names and suffix are null where there are none.</summary>
    public ReferenceName(string family, string? given, string? suffix = null) =>
        (Family, Given, Suffix) = (family, given, suffix);

    public string? Family { get; }

    public string? Given { get; }

    public string? Suffix { get; }

    /// <summary>The whole name of an organisation, or of an author whom only the printed citation names; null where the name is taken apart.</summary>
    public string? Literal { get; }

    public static ReferenceName Of(Author author) =>
        author.Literal is { } literal
            ? new ReferenceName(RecordBody.OnOneLine(literal))
            : new ReferenceName(
                RecordBody.OnOneLine(author.Family ?? string.Empty),
                (author.Given ?? WithPoints(author.Initials)) is { } given ? RecordBody.OnOneLine(given) : null,
                author.Suffix
            );

    /// <summary>
    /// The parts in the order of a catalogue, with commas between them: family, given names, suffix. A comma within a name that is not taken apart would part it, so it
    /// becomes the wide comma, which no reader takes for a sign.
    /// </summary>
    public string ToInverseOrder() =>
        Literal?.Replace(", ", "，", StringComparison.Ordinal).Replace(',', '，')
        ?? string.Join(", ", new[] { Family, Given, Suffix }.Where(part => part is not null));

    /// <summary>
    /// JP becomes J. P., and J-M becomes J.-M.: without points, a reference manager takes JP for one given name. Small letters and accents belong to the capital before
    /// them (Yu.), and scripts without capitals stay as they are.
    /// </summary>
    private static string? WithPoints(string? initials)
    {
        if (initials is null)
        {
            return null;
        }

        var (text, isOpen) = (new StringBuilder(), false);
        foreach (var rune in initials.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isCapital = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
            if (isOpen && (isCapital || rune.Value == '-'))
            {
                text.Append(isCapital ? ". " : ".");
            }

            isOpen = isCapital || (isOpen && rune.Value != '-');
            text.Append(rune);
        }

        return isOpen ? text.Append('.').ToString() : text.ToString();
    }
}
