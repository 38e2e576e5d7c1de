using System.Reflection;
using System.Text;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>The parameters of a query type, found once.</summary>
internal sealed class QueryShape
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, QueryShape> Known = new();

    private QueryShape(Type type) =>
        Parameters = [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(IsParameter)
                .Select(property => new QueryParameter(property)),
        ];

    public IReadOnlyList<QueryParameter> Parameters { get; }

    public static QueryShape Of(Type type) => Known.GetOrAdd(type, static type => new QueryShape(type));

    private static bool IsParameter(PropertyInfo property) => QueryParameter.TypeOf(property) is not null;
}

/// <summary>One parameter of a query type.</summary>
internal sealed class QueryParameter(PropertyInfo property)
{
    public string Name { get; } = CamelCase.Of(property.Name);

    public PropertyInfo Property => property;

    /// <summary>Whether the parameter may be given more than once.</summary>
    public bool IsRepeatable { get; } = property.PropertyType.IsArray;

    public Type ValueType { get; } = TypeOf(property)!;

    public IEnumerable<IParameter> Values(Query query) =>
        property.GetValue(query) switch
        {
            Array several => several.Cast<IParameter>(),
            IParameter one => [one],
            _ => [],
        };

    /// <summary>The T of Parameter of T, optional or in an array; null for any other property.</summary>
    public static Type? TypeOf(PropertyInfo property)
    {
        var type =
            property.PropertyType.GetElementType()
            ?? Nullable.GetUnderlyingType(property.PropertyType)
            ?? property.PropertyType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Parameter<>)
            ? type.GetGenericArguments()[0]
            : null;
    }
}

internal static class CamelCase
{
    public static string Of(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>Repeats what a caller sent, short and without control characters, so that an error message stays readable.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Longest))
        {
            shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return shown.Length < text.Length ? $"{shown}…" : shown.ToString();
    }
}
