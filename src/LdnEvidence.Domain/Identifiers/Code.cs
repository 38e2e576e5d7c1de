using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>The code systems that records may carry.</summary>
public enum CodeSystem
{
    /// <summary>Medical Subject Headings, US National Library of Medicine.</summary>
    Mesh,

    /// <summary>International Classification of Diseases, 10th revision, US clinical modification.</summary>
    Icd10cm,

    /// <summary>Mondo Disease Ontology.</summary>
    Mondo,

    /// <summary>Gene Ontology.</summary>
    Go,

    /// <summary>Logical Observation Identifiers Names and Codes.</summary>
    Loinc,

    /// <summary>Unified Medical Language System, concept identifiers.</summary>
    Umls,
}

/// <summary>A code in a code system, written <c>system|value</c>, such as <c>icd10cm|K50.90</c>.</summary>
/// <param name="System">The code system.</param>
/// <param name="Value">The code as its system writes it, such as <c>K50.90</c> or <c>MONDO:0005011</c>.</param>
public sealed partial record Code(CodeSystem System, string Value)
{
    /// <summary>What a code looks like, in words that a caller can act on.</summary>
    public static string Form { get; } =
        $"system|value such as icd10cm|K50.90, with one of the systems {string.Join(", ", KebabCase<CodeSystem>.All)} and a value in the form of that system";

    /// <summary>Whether the value has the form that its system gives its codes; LOINC's check digit is verified too.</summary>
    public bool IsWellFormed =>
        System switch
        {
            CodeSystem.Mesh => Mesh().IsMatch(Value),
            CodeSystem.Icd10cm => Icd10cm().IsMatch(Value),
            CodeSystem.Mondo => Mondo().IsMatch(Value),
            CodeSystem.Go => Go().IsMatch(Value),
            CodeSystem.Loinc => Loinc().IsMatch(Value) && HasLoincCheckDigit(Value),
            CodeSystem.Umls => Umls().IsMatch(Value),
            _ => false,
        };

    /// <summary>Reads <c>system|value</c>; the value must be well formed in its system.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Code? code)
    {
        code = null;
        var bar = text?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        if (bar < 0 || !KebabCase<CodeSystem>.TryParse(text![..bar], out var system))
        {
            return false;
        }

        var read = new Code(system, text[(bar + 1)..]);
        code = read.IsWellFormed ? read : null;
        return code is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{KebabCase<CodeSystem>.Of(System)}|{Value}";

    /// <summary>The check digit of LOINC is the Luhn digit of the number before the hyphen.</summary>
    private static bool HasLoincCheckDigit(string value)
    {
        var sum = 0;
        var digits = value[..^2];
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum +=
                i % 2 == 1 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }

        return (10 - (sum % 10)) % 10 == value[^1] - '0';
    }

    [GeneratedRegex(@"^[CD][0-9]{6}([0-9]{3})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mesh();

    [GeneratedRegex(
        @"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Icd10cm();

    [GeneratedRegex(@"^MONDO:[0-9]{7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mondo();

    [GeneratedRegex(@"^GO:[0-9]{7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Go();

    [GeneratedRegex(@"^[0-9]{1,7}-[0-9]\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Loinc();

    [GeneratedRegex(@"^C[0-9]{7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Umls();
}
