using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// A digital object identifier (ISO 26324), without resolver: <c>10.1007/s10067-014-2517-2</c>. Two DOIs that differ only in the case of
/// ASCII letters are the same (DOI Handbook, 2.4), so equality ignores case while the registered spelling is kept for display.
/// </summary>
public sealed partial class Doi : IEquatable<Doi>
{
    /// <summary>What a DOI looks like, in words that a caller can act on.</summary>
    public const string Form = "a DOI such as 10.1007/s10067-014-2517-2, with or without https://doi.org/ before it";

    private static readonly string[] Resolvers =
    [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ];

    private Doi(string value) => Value = value;

    /// <summary>The identifier as it is registered.</summary>
    public string Value { get; }

    /// <summary>The identifier in lower case: the form to store and compare.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>Reads a DOI; a resolver's address or <c>doi:</c> before it is dropped.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Doi? doi)
    {
        doi = null;
        if (text is null or { Length: > 300 })
        {
            return false;
        }

        var resolver = Resolvers.FirstOrDefault(prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var bare = text[(resolver?.Length ?? 0)..];
        if (!Pattern().IsMatch(bare))
        {
            return false;
        }

        doi = new Doi(bare);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Doi? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Doi);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(
        @"^10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
