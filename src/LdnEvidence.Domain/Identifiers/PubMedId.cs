using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>A PubMed identifier (PMID): one to eight digits, the first not zero, such as <c>17222320</c>.</summary>
public readonly partial record struct PubMedId
{
    /// <summary>What a PMID looks like, in words that a caller can act on.</summary>
    public const string Form = "a PubMed identifier of one to eight digits, such as 17222320";

    private readonly string? _value;

    private PubMedId(string value) => _value = value;

    /// <summary>The digits.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a PMID.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PubMedId id)
    {
        var isId = text is not null && Pattern().IsMatch(text);
        id = isId ? new PubMedId(text!) : default;
        return isId;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[1-9][0-9]{0,7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
