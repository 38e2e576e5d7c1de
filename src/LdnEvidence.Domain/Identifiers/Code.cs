using System.Diagnostics.CodeAnalysis;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>A code in a code system, written <c>system|value</c>, such as <c>icd10cm|K50.90</c>.</summary>
public sealed record Code
{
    private const int MaxOwnSystemLength = 200;
    private const int MaxOwnValueLength = 100;

    private Code(string system, string value) => (System, Value) = (system, value);

    /// <summary>What a code looks like, in words that a caller can act on.</summary>
    public static string Form { get; } =
        $"system|value such as icd10cm|K50.90, with one of the systems {Systems} or its URI, and a value in the form of that system";

    /// <summary>The short names of the systems that the catalogue knows.</summary>
    public static string Systems => $"{string.Join(", ", KebabCase<CodeSystem>.All)}, snomedct";

    /// <summary>The short name of the code system, such as <c>icd10cm</c>; of a system that only an operator knows, the name or URI that was given.</summary>
    public string System { get; }

    /// <summary>The code as its system writes it, such as <c>K50.90</c> or <c>MONDO:0005011</c>.</summary>
    public string Value { get; }

    /// <summary>Whether the catalogue knows how codes of this system are written.</summary>
    public bool IsOfKnownSystem { get; private init; }

    /// <summary>Whether the system is named by a URI, as FHIR does.</summary>
    public bool HasUri => System.Contains(':', StringComparison.Ordinal);

    /// <summary>
    /// Reads <c>system|value</c>. The system is its short name, or the URI or object identifier that FHIR uses for it; the value may have any
    /// form in which it is pasted. Any other system is a slug or URI, and its codes are compared letter by letter.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Code? code)
    {
        var bar = text?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        code = bar < 0 ? null : Read(text![..bar].Trim(), text[(bar + 1)..].Trim());
        return code is not null;
    }

    /// <summary>The code that an identifier of a code system is.</summary>
    public static Code From(Identifier identifier) =>
        new(KebabCase<IdentifierSystem>.Of(identifier.System), identifier.Value) { IsOfKnownSystem = true };

    private static Code? Read(string system, string value)
    {
        if (CodeSystemNames.Find(system) is { } known)
        {
            return Identifier.TryParse(known, value, out var identifier) ? From(identifier) : null;
        }

        return IsOwnSystem(system) && value.Length is > 0 and <= MaxOwnValueLength && !value.Any(char.IsControl)
            ? new Code(system, value)
            : null;
    }

    /// <summary>A slug that names no other kind of identifier, or a URI.</summary>
    private static bool IsOwnSystem(string system) =>
        Slug.TryParse(system, out _)
            ? !KebabCase<IdentifierSystem>.TryParse(system, out _)
            : system.Length <= MaxOwnSystemLength
                && system.Contains(':', StringComparison.Ordinal)
                && Uri.TryCreate(system, UriKind.Absolute, out _)
                && !system.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));

    /// <inheritdoc/>
    public override string ToString() => $"{System}|{Value}";
}
