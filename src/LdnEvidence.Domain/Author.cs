namespace LdnEvidence.Domain;

/// <summary>
/// An author in one of three forms: a person with <paramref name="Family"/> and <paramref name="Initials"/>, a person with a single name, which is
/// <paramref name="Family"/> alone, or an organisation, which is <paramref name="Literal"/> alone. Names are in any script.
/// </summary>
/// <param name="Family">Family name with its particles, such as <c>de la Cruz</c>; null for an organisation.</param>
/// <param name="Initials">Initials of the given names without full stops, such as <c>J-M</c>; null for a single name and for an organisation.</param>
/// <param name="Given">Given names in full; null where they were not seen.</param>
/// <param name="Suffix">What follows the name to tell generations apart, such as <c>Jr</c> or <c>III</c>; null where there is none.</param>
/// <param name="Literal">The whole name of an organisation; null for a person.</param>
public sealed record Author(
    string? Family,
    string? Initials,
    string? Given = null,
    string? Suffix = null,
    string? Literal = null
)
{
    /// <summary>
    /// The name as the National Library of Medicine cites it: family name, initials without hyphens, suffix with an Arabic numeral
    /// (<c>de la Cruz MA 3rd</c>); an organisation by its name.
    /// </summary>
    public string ToCitation() =>
        Literal
        ?? string.Join(
            ' ',
            new[] { Family, Initials?.Replace("-", string.Empty, StringComparison.Ordinal), Ordinal(Suffix) }.Where(
                part => part is not null
            )
        );

    private static string? Ordinal(string? suffix) =>
        suffix switch
        {
            "II" => "2nd",
            "III" => "3rd",
            "IV" => "4th",
            "V" => "5th",
            _ => suffix,
        };
}
