namespace LdnEvidence.Domain.Identifiers;

/// <summary>The spelling of ICD-10-CM codes: three characters, a dot, up to four more. The dot says nothing, so codes are compared without it.</summary>
public static class Icd10cmCode
{
    /// <summary>The length of a category, such as K50.</summary>
    public const int CategoryLength = 3;

    /// <summary>Writes a code in capitals and with its dot.</summary>
    public static string Print(string code)
    {
        var plain = WithoutDot(code).ToUpperInvariant();
        return plain.Length > CategoryLength ? $"{plain[..CategoryLength]}.{plain[CategoryLength..]}" : plain;
    }

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
