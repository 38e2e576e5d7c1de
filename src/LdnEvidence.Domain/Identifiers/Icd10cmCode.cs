namespace LdnEvidence.Domain.Identifiers;

/// <summary>The spelling of ICD-10-CM codes: three characters, a dot, up to four more. The dot says nothing, so codes are compared without it.</summary>
public static class Icd10cmCode
{
    /// <summary>The short name of the classification.</summary>
    public static string System { get; } = KebabCase<CodeSystem>.Of(CodeSystem.Icd10cm);

    /// <summary>The length of a category, such as K50.</summary>
    public const int CategoryLength = 3;

    /// <summary>Writes a code in capitals and with its dot.</summary>
    public static string Print(string code)
    {
        var plain = WithoutDot(code).ToUpperInvariant();
        return plain.Length > CategoryLength ? $"{plain[..CategoryLength]}.{plain[CategoryLength..]}" : plain;
    }

    /// <summary>Whether a code is written as the classification writes it.</summary>
    public static bool IsCanonical(string code) =>
        Identifier.TryParse(IdentifierSystem.Icd10cm, code, out var read)
        && string.Equals(read.Value, code, StringComparison.Ordinal);

    /// <summary>Whether a text is a block of categories, such as C00-C96, the first not after the last.</summary>
    public static bool IsBlock(string text) =>
        text.Length == (2 * CategoryLength) + 1
        && text[CategoryLength] == '-'
        && IsCanonical(text[..CategoryLength])
        && IsCanonical(text[(CategoryLength + 1)..])
        && string.CompareOrdinal(text, 0, text, CategoryLength + 1, CategoryLength) <= 0;

    /// <summary>The code itself, or the first category of a block.</summary>
    public static string FirstOf(string codeOrBlock) =>
        codeOrBlock.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? codeOrBlock[..end] : codeOrBlock;

    /// <summary>The code as it is compared.</summary>
    public static string WithoutDot(string code) => code.Replace(".", string.Empty, StringComparison.Ordinal);

    /// <summary>The code itself and every code above it up to its category, longest first and without dots: K5090, K509, K50.</summary>
    public static IEnumerable<string> SelfAndAbove(string code)
    {
        var plain = WithoutDot(code);
        for (var length = plain.Length; length >= CategoryLength; length--)
        {
            yield return plain[..length];
        }
    }
}
