using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LdnEvidence.Api.OpenApi.Schemas;
using Microsoft.OpenApi;

namespace LdnEvidence.Api.OpenApi;

/// <summary>Writes the document, with what the library that it is described with writes in another way.</summary>
internal static partial class DocumentText
{
    /// <summary>The version of OpenAPI. The library knows only later corrections of 3.1, which some tools refuse.</summary>
    private const string Version = "3.1.1";

    /// <summary>Programs read the JSON; people who want to read the text take the YAML.</summary>
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The parts of a document that hold data, in which nothing is changed.</summary>
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "example",
        "examples",
        "value",
        "default",
        "enum",
    };

    /// <summary>The parts whose members are named by what is described.</summary>
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "properties", "schemas" };

    public static async Task<JsonObject> Finish(OpenApiDocument document, CancellationToken cancellationToken)
    {
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        var root = JsonNode.Parse(text)!.AsObject();
        root["openapi"] = Version;
        var schemas = root["components"]!["schemas"]!.AsObject();
        foreach (var (name, schema) in FormatSchemas.All())
        {
            schemas[name] = schema!.DeepClone();
        }

        Correct(root, root["components"]!.AsObject(), isMap: false);
        return root;
    }

    public static string Json(JsonObject document) => document.ToJsonString(Compact);

    public static string Yaml(JsonObject document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new OpenApiYamlWriter(text).WriteAny(document);
        return YamlSwitch().Replace(text.ToString(), "${start}'${word}'${end}");
    }

    /// <summary>A key or an entry that older readers of YAML take for true or false, such as the member on.</summary>
    [GeneratedRegex(
        "^(?<start>[ -]*)(?<word>on|off|yes|no|y|n)(?<end>:.*)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex YamlSwitch();

    /// <summary>Puts null last among the types of a member, and drops descriptions that only repeat what is referred to.</summary>
    private static void Correct(JsonNode? node, JsonObject components, bool isMap)
    {
        if (node is JsonArray entries)
        {
            foreach (var entry in entries)
            {
                Correct(entry, components, isMap: false);
            }
        }
        else if (node is JsonObject members)
        {
            if (!isMap)
            {
                PutNullLast(members);
                DropRepetition(members, components);
            }

            foreach (var (name, member) in members)
            {
                if (isMap || !Data.Contains(name))
                {
                    Correct(member, components, isMap: !isMap && Maps.Contains(name));
                }
            }
        }
    }

    private static void PutNullLast(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = new JsonArray([
                .. types
                    .Select(type => type!.GetValue<string>())
                    .OrderBy(type => type == "null")
                    .Select(type => JsonValue.Create(type)),
            ]);
        }
    }

    private static void DropRepetition(JsonObject reference, JsonObject components)
    {
        if (
            reference["$ref"]?.GetValue<string>() is { } target
            && reference["description"] is JsonValue description
            && target.Split('/') is [_, "components", var kind, var name]
            && components[kind]?[name]?["description"] is JsonValue own
            && own.GetValue<string>().StartsWith(description.GetValue<string>(), StringComparison.Ordinal)
        )
        {
            reference.Remove("description");
        }
    }
}
