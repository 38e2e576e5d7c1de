using System.Diagnostics.CodeAnalysis;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>A PubMed identifier (PMID): one to eight digits, the first not zero, such as <c>17222320</c>.</summary>
public readonly record struct PubMedId
{
    /// <summary>What a PMID looks like, in words that a caller can act on.</summary>
    public const string Form = "a PubMed identifier of one to eight digits, such as 17222320";

    private readonly string? _value;

    private PubMedId(string? value) => _value = value;

    /// <summary>The digits.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a PMID in any form in which it is pasted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PubMedId id)
    {
        var value = Identifier.Read(IdentifierSystem.Pmid, text);
        id = new PubMedId(value);
        return value is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
