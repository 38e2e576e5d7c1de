using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// A record's key: lower-case ASCII letters and digits in words joined by single hyphens, at most 80 characters, such as
/// <c>crohns-disease</c> or the citation key <c>younger-2009</c>.
/// </summary>
public readonly partial record struct Slug
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaximumLength = 80;

    /// <summary>What a key looks like, in words that a caller can act on.</summary>
    public const string Form = "lower-case letters and digits in words joined by single hyphens, at most 80 characters";

    private readonly string? _value;

    private Slug(string value) => _value = value;

    /// <summary>The key itself.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Slug slug)
    {
        var isSlug = text is { Length: > 0 and <= MaximumLength } && Pattern().IsMatch(text);
        slug = isSlug ? new Slug(text!) : default;
        return isSlug;
    }

    /// <summary>Reads a key that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is no key.</exception>
    public static Slug Parse(string text) =>
        TryParse(text, out var slug) ? slug : throw new FormatException($"'{text}' is not a key: {Form}.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
