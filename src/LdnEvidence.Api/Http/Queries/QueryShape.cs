using System.Reflection;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>The parameters of a query type, found once.</summary>
internal sealed class QueryShape
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, QueryShape> Known = new();

    private readonly Dictionary<string, QueryParameter> _named;

    private QueryShape(Type type)
    {
        Parameters =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(IsParameter)
                .Select(property => new QueryParameter(property)),
        ];
        _named = Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<QueryParameter> Parameters { get; }

    public static QueryShape Of(Type type) => Known.GetOrAdd(type, static type => new QueryShape(type));

    /// <summary>The parameter of exactly this name: one spelling of an address is one answer to be kept.</summary>
    public QueryParameter? Find(string name) => _named.GetValueOrDefault(name);

    /// <summary>Reads into a query those of its parameters that a query string has; what else that has is for the validation to refuse.</summary>
    public void Fill(Query query, IQueryCollection sent)
    {
        foreach (var (name, values) in sent)
        {
            Find(name)?.Set(query, values);
        }
    }

    private static bool IsParameter(PropertyInfo property) => QueryParameter.TypeOf(property) is not null;
}

/// <summary>One parameter of a query type.</summary>
internal sealed class QueryParameter(PropertyInfo property)
{
    private readonly Lazy<Func<StringValues, object>> _read = new(() =>
        typeof(QueryParameter)
            .GetMethod(
                property.PropertyType.IsArray ? nameof(Several) : nameof(One),
                BindingFlags.NonPublic | BindingFlags.Static
            )!
            .MakeGenericMethod(TypeOf(property)!)
            .CreateDelegate<Func<StringValues, object>>()
    );

    public string Name { get; } = CamelCase.Of(property.Name);

    public PropertyInfo Property => property;

    /// <summary>Whether the parameter may be given more than once.</summary>
    public bool IsRepeatable { get; } =
        property.PropertyType.IsArray || RequestTarget.ListsNames(CamelCase.Of(property.Name));

    public Type ValueType { get; } = TypeOf(property)!;

    public void Set(Query query, StringValues values) => property.SetValue(query, _read.Value(values));

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

    /// <summary>What is given more than once is one text with commas: a list of names, or for the validation to refuse.</summary>
    private static object One<T>(StringValues values) => Parameter<T>.Read(values.ToString());

    private static object Several<T>(StringValues values) =>
        values.Select(value => Parameter<T>.Read(value ?? string.Empty)).ToArray();
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
