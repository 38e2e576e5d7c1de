using System.Text.Json.Nodes;

namespace LdnEvidence.Api.Formats.LinkedData;

/// <summary>Ways to put a JSON-LD node together.</summary>
internal static class Node
{
    /// <summary>A node of a schema.org type, without the members that have no value. An id is relative to the service's root.</summary>
    public static JsonObject Of(string type, string? id, params (string Name, JsonNode? Value)[] members)
    {
        var node = new JsonObject { ["@type"] = type };
        if (id is not null)
        {
            node["@id"] = id;
        }

        foreach (var (name, value) in members)
        {
            if (value is not null and not JsonArray { Count: 0 })
            {
                node[name] = value;
            }
        }

        return node;
    }

    public static JsonArray List(IEnumerable<JsonNode?> nodes) => [.. nodes.Where(node => node is not null)];

    /// <summary>A value of one of the catalogue's closed lists.</summary>
    /// <param name="value">The value as the record spells it.</param>
    /// <param name="set">The list's name.</param>
    /// <param name="question">What the list tells.</param>
    /// <param name="description">What a reader must know of this value on this record.</param>
    /// <param name="id">The value's own address, if it has one.</param>
    public static JsonObject Value(
        string value,
        string set,
        string question,
        string? description = null,
        string? id = null
    ) =>
        Of(
            "DefinedTerm",
            id,
            ("name", value),
            ("termCode", value),
            ("description", description),
            ("inDefinedTermSet", Of("DefinedTermSet", id: null, ("name", set), ("description", question)))
        );

    public static string DoiAddress(string doi) =>
        $"https://doi.org/{string.Join('/', doi.Split('/').Select(Uri.EscapeDataString))}";
}
