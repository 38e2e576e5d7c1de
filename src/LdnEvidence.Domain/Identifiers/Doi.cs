using System.Diagnostics.CodeAnalysis;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// A digital object identifier (ISO 26324), without resolver: <c>10.1007/s10067-014-2517-2</c>. Two DOIs that differ only in the case of
/// ASCII letters are the same (DOI Handbook, 2.4), so equality ignores case while the registered spelling is kept for display.
/// </summary>
public sealed class Doi : IEquatable<Doi>
{
    /// <summary>What a DOI looks like, in words that a caller can act on.</summary>
    public const string Form = "a DOI such as 10.1007/s10067-014-2517-2, with or without https://doi.org/ before it";

    /// <summary>The longest DOI that is read, in characters.</summary>
    internal const int MaxLength = 300;

    private Doi(string value) => Value = value;

    /// <summary>The identifier as it is registered.</summary>
    public string Value { get; }

    /// <summary>The identifier in lower case: the form to store and compare.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>Reads a DOI in any form in which it is pasted, and keeps its spelling.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Doi? doi)
    {
        var value = Identifier.Read(IdentifierSystem.Doi, text);
        doi = value is null ? null : new Doi(value);
        return doi is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Doi? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Doi);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
