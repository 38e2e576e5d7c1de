using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>The OpenAPI document as generators see it: every operation with its parameters and responses in place of the references to them.</summary>
internal sealed class DescribedApi
{
    private DescribedApi(JsonObject document) => Document = document;

    public JsonObject Document { get; }

    public JsonObject Schemas => Document["components"]!["schemas"]!.AsObject();

    public IEnumerable<DescribedOperation> Operations =>
        Document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject().Select(operation => new DescribedOperation(this, path.Key, operation.Value!))
            );

    /// <summary>The operations that are asked without a body.</summary>
    public IEnumerable<DescribedOperation> Reads =>
        Operations.Where(operation => operation.Node["requestBody"] is null);

    public static async Task<DescribedApi> Read(HttpClient client) =>
        new((await client.Get("/openapi.json")).AsObject());

    /// <summary>What a reference refers to, with the members that stand beside the reference; anything else as it is.</summary>
    public JsonNode Resolve(JsonNode node)
    {
        if (node["$ref"]?.GetValue<string>() is not { } reference)
        {
            return node;
        }

        var target = reference
            .Split('/')
            .Skip(1)
            .Aggregate((JsonNode)Document, (place, name) => place[name] ?? throw new KeyNotFoundException(reference))
            .DeepClone()
            .AsObject();
        foreach (var (name, value) in node.AsObject().Where(member => member.Key != "$ref"))
        {
            target[name] = value?.DeepClone();
        }

        return target;
    }
}

/// <summary>One operation of the document.</summary>
internal sealed class DescribedOperation(DescribedApi api, string path, JsonNode node)
{
    public JsonNode Node => node;

    public string Path => path;

    public string Id { get; } = node["operationId"]!.GetValue<string>();

    public IReadOnlyList<DescribedParameter> Parameters { get; } =
    [
        .. (node["parameters"]?.AsArray() ?? []).Select(parameter => new DescribedParameter(
            api,
            api.Resolve(parameter!)
        )),
    ];

    public IEnumerable<(string Status, JsonNode Response)> Responses =>
        node["responses"]!.AsObject().Select(response => (response.Key, api.Resolve(response.Value!)));

    /// <summary>The address with what is required, each as its first example has it.</summary>
    public string Address => AddressWithout(parameter: null);

    /// <summary>The address with a parameter more.</summary>
    public string With(DescribedParameter parameter, string value) =>
        Endpoints.With(AddressWithout(parameter), $"{parameter.Name}={Uri.EscapeDataString(value)}");

    private string AddressWithout(DescribedParameter? parameter)
    {
        var address = Parameters
            .Where(other => other.In == "path")
            .Aggregate(
                path,
                (route, other) => route.Replace($"{{{other.Name}}}", other.Examples[0], StringComparison.Ordinal)
            );
        return Parameters
            .Where(other => other is { In: "query", IsRequired: true } && other != parameter)
            .Aggregate(
                address,
                (route, other) => Endpoints.With(route, $"{other.Name}={Uri.EscapeDataString(other.Examples[0])}")
            );
    }
}

/// <summary>One parameter of an operation.</summary>
internal sealed class DescribedParameter(DescribedApi api, JsonNode node)
{
    public JsonNode Node => node;

    public string Name { get; } = node["name"]!.GetValue<string>();

    public string In { get; } = node["in"]!.GetValue<string>();

    public bool IsRequired { get; } = node["required"]?.GetValue<bool>() == true;

    public JsonNode Schema { get; } = api.Resolve(node["schema"]!);

    /// <summary>The values of a closed list, or of the entries where several may be sent.</summary>
    public IReadOnlyList<string>? Values =>
        (Schema["items"] is { } items ? api.Resolve(items) : Schema)["enum"]
            ?.AsArray()
            .Select(value => value!.ToString())
            .ToList();

    /// <summary>The named examples in the order in which a script sees them, as they stand in an address; nothing for one that is not sent.</summary>
    public IReadOnlyList<string> NamedExamples =>
        [
            .. (node["examples"]?.AsObject() ?? [])
                // A script sees members whose names are whole numbers first.
                .OrderByDescending(example => example.Key.All(char.IsAsciiDigit))
                .Select(example => Text(example.Value!["value"]!)),
        ];

    /// <summary>Every example as it stands in an address.</summary>
    public IReadOnlyList<string> Examples =>
        [
            .. new[] { node["example"] }.Concat(Schema["examples"]?.AsArray() ?? []).OfType<JsonNode>().Select(Text),
            .. NamedExamples.Where(example => example.Length > 0),
        ];

    private static string Text(JsonNode value) =>
        value is JsonArray several ? string.Join(',', several.Select(one => one!.ToString())) : value.ToString();
}
