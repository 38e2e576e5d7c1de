using System.Diagnostics.CodeAnalysis;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>A code in a code system, written <c>system|value</c>, such as <c>icd10cm|K50.90</c>.</summary>
public sealed record Code
{
    private Code(string system, string value) => (System, Value) = (system, value);

    /// <summary>What a code looks like, in words that a caller can act on.</summary>
    public static string Form { get; } =
        $"system|value such as icd10cm|K50.90, with one of the systems {string.Join(", ", KebabCase<CodeSystem>.All)}, snomedct and a value in the form of that system";

    /// <summary>The short name of the code system, such as <c>icd10cm</c>.</summary>
    public string System { get; }

    /// <summary>The code as its system writes it, such as <c>K50.90</c> or <c>MONDO:0005011</c>.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads <c>system|value</c>. The system is its short name, or the URI or object identifier that FHIR uses for it; the value may have any
    /// form in which it is pasted.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Code? code)
    {
        code = null;
        var bar = text?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        if (
            bar < 0
            || CodeSystemNames.Find(text![..bar]) is not { } system
            || !Identifier.TryParse(system, text[(bar + 1)..], out var identifier)
        )
        {
            return false;
        }

        code = From(identifier);
        return true;
    }

    /// <summary>The code that an identifier of a code system is.</summary>
    public static Code From(Identifier identifier) =>
        new(KebabCase<IdentifierSystem>.Of(identifier.System), identifier.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{System}|{Value}";
}
