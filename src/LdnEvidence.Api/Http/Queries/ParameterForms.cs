using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>The types that query parameters may have: how each is read, and how its form is put into words.</summary>
internal static class ParameterForms
{
    private static readonly ConcurrentDictionary<Type, Form> Forms = new()
    {
        [typeof(string)] = new(text => text, "a text"),
        [typeof(int)] = new(ReadInt, $"a whole number up to {int.MaxValue}"),
        [typeof(bool)] = new(ReadBool, "true or false"),
        [typeof(DateOnly)] = new(ReadDate, "a day of the calendar in the form YYYY-MM-DD"),
        [typeof(Slug)] = new(text => Slug.TryParse(text, out var slug) ? slug : null, $"an id: {Slug.Form}"),
        [typeof(Doi)] = new(text => Doi.TryParse(text, out var doi) ? doi : null, Doi.Form),
        [typeof(PubMedId)] = new(text => PubMedId.TryParse(text, out var id) ? id : null, PubMedId.Form),
        [typeof(Code)] = new(text => Code.TryParse(text, out var code) ? code : null, $"a code: {Code.Form}"),
    };

    public static bool TryRead<T>(string text, out T? value)
    {
        var read = Of(typeof(T)).Read(text);
        value = read is null ? default : (T)read;
        return read is not null;
    }

    /// <summary>What a value of this type looks like, as the end of the sentence "expected …".</summary>
    public static string Describe(Type type) => Of(type).Words;

    private static Form Of(Type type) =>
        Forms.GetOrAdd(
            type,
            static type =>
                (Form)
                    typeof(ParameterForms)
                        .GetMethod(nameof(OfEnum), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(type)
                        .Invoke(null, null)!
        );

    private static Form OfEnum<TEnum>()
        where TEnum : struct, Enum =>
        new(
            text => KebabCase<TEnum>.TryParse(text, out var value) ? value : null,
            $"one of {string.Join(", ", KebabCase<TEnum>.All)}"
        );

    private static object? ReadInt(string text) =>
        text.StartsWith('+') ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static object? ReadBool(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    private static object? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <param name="Read">Reads a text; null where it has another form.</param>
    /// <param name="Words">The form in words.</param>
    private sealed record Form(Func<string, object?> Read, string Words);
}
