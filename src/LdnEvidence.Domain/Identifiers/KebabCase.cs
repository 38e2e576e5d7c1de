using System.Collections.Frozen;
using System.Text.Json;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// The one spelling of an enum value outside the program: kebab-case, as in <c>pilot-trial</c>. JSON, query strings, database columns and
/// seed files all take it from here.
/// </summary>
/// <typeparam name="TEnum">The closed list of values.</typeparam>
public static class KebabCase<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Names = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>Every spelling, in the order in which the values are declared.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(value => Names[value])];

    /// <summary>Spells a value.</summary>
    public static string Of(TEnum value) => Names[value];

    /// <summary>Reads a spelling; upper case and C# names are not accepted.</summary>
    public static bool TryParse(string? text, out TEnum value)
    {
        value = default;
        return text is not null && Values.TryGetValue(text, out value);
    }

    /// <summary>Reads a spelling that is known to be right, such as one that the database's own check has admitted.</summary>
    /// <exception cref="FormatException">The text is none of <see cref="All"/>.</exception>
    public static TEnum Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new FormatException($"'{text}' is none of: {string.Join(", ", All)}.");
}
