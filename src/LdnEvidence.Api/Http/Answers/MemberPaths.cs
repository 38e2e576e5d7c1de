using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>The dotted paths of the members that a type of record has.</summary>
internal static class MemberPaths
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Known = new();

    public static IReadOnlyList<string> Of(Type record) => Known.GetOrAdd(record, static record => [.. Walk(record)]);

    private static IEnumerable<string> Walk(Type type)
    {
        foreach (
            var property in Item(type)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => !IsNeverWritten(property))
        )
        {
            var name =
                property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            yield return name;
            if (!HasMembers(Item(property.PropertyType)))
            {
                continue;
            }

            foreach (var path in Walk(property.PropertyType))
            {
                yield return $"{name}.{path}";
            }
        }
    }

    private static bool IsNeverWritten(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };

    private static Type Item(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var item] && type != typeof(string) ? item : type;

    private static bool HasMembers(Type type) =>
        type.Namespace?.StartsWith(nameof(LdnEvidence), StringComparison.Ordinal) == true
        && type is { IsEnum: false, IsClass: true };
}
