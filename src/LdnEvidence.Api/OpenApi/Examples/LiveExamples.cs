using System.Text.Json.Nodes;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Examples;

/// <summary>
/// Gives every successful response an example by asking the endpoint itself, so that an example is what the service really answers. Each stands once among the
/// components. Lists are asked for one record, and very long answers are cut, to stay readable.
/// </summary>
internal sealed class LiveExamples(EndpointCalls calls) : IDocumentAsyncFilter
{
    /// <summary>The longest answer that is shown whole, in bytes.</summary>
    private const int MaxWhole = 2_500;

    public async Task ApplyAsync(
        OpenApiDocument swaggerDoc,
        DocumentFilterContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>())
            {
                foreach (var (type, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
                {
                    if (content is OpenApiMediaType described && !IsFile(described))
                    {
                        var name = NameOf(type, response.Content!.Values.First(), described, context.SchemaRepository);
                        if (swaggerDoc.Components?.Examples?.ContainsKey(name) != true)
                        {
                            swaggerDoc.AddComponent(name, await Example(operation, type, cancellationToken));
                        }

                        described.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
                        {
                            [name] = new OpenApiExampleReference(name, swaggerDoc),
                        };
                    }
                }
            }
        }
    }

    private static bool IsFile(OpenApiMediaType content) => content.Schema?.Format == "binary";

    /// <summary>The schema's name, or, of a text, the name of the records and of the format.</summary>
    private static string NameOf(
        string type,
        IOpenApiMediaType json,
        OpenApiMediaType content,
        SchemaRepository schemas
    )
    {
        if (Name(content.Schema) is { } name)
        {
            return name;
        }

        var body = Name(json.Schema)!;
        var items = schemas.Schemas[body].Properties?.TryGetValue("items", out var list) == true ? list.Items : null;
        return $"{Name(items) ?? body}.{FormatOf(type)!.Name}";
    }

    private static string? Name(IOpenApiSchema? schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    private static Format? FormatOf(string type) =>
        FormatRegistry.All.FirstOrDefault(format => FormatSchemas.KeyOf(format) == type);

    private async Task<OpenApiExample> Example(
        OpenApiOperation operation,
        string type,
        CancellationToken cancellationToken
    )
    {
        // The records themselves stand in the example of JSON.
        var isOfLines = FormatOf(type) is NdjsonFormat;
        var key = operation.OperationId == "ListReleases" ? "number" : "id";
        var reply = await calls.Ask(
            operation.OperationId!,
            Route(operation),
            Question(operation, isOfLines ? ["limit=2", $"fields={key}"] : ["limit=1"]),
            type,
            cancellationToken
        );
        if (!type.EndsWith("json", StringComparison.Ordinal))
        {
            return new OpenApiExample
            {
                Summary = isOfLines ? $"With fields={key}" : null,
                Value = JsonValue.Create(reply.Text),
            };
        }

        var body = reply.Json!;
        if (reply.Body.Length <= MaxWhole)
        {
            return new OpenApiExample { Value = body };
        }

        Cut(body);
        return new OpenApiExample { Summary = "Every list cut to its first entry", Value = body };
    }

    /// <summary>The parameters in the path, as their examples have them.</summary>
    internal static Dictionary<string, string> Route(OpenApiOperation operation) =>
        (operation.Parameters ?? [])
            .Where(parameter => parameter.In == ParameterLocation.Path)
            .ToDictionary(
                parameter => parameter.Name!,
                parameter => parameter.Example!.ToString(),
                StringComparer.Ordinal
            );

    /// <summary>The required parameters, as their examples have them, and of the others those that the operation has.</summary>
    internal static string Question(OpenApiOperation operation, params string[] others)
    {
        var parameters = (operation.Parameters ?? [])
            .Where(parameter => parameter.In == ParameterLocation.Query)
            .ToList();
        var required = parameters
            .Where(parameter => parameter.Required)
            .Select(parameter => $"{parameter.Name}={parameter.Example}");
        var known = others.Where(other => parameters.Any(parameter => parameter.Name == other.Split('=')[0]));
        return $"?{string.Join('&', required.Concat(known))}";
    }

    private static void Cut(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            while (list.Count > 1)
            {
                list.RemoveAt(1);
            }
        }

        foreach (
            var child in node switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray entries => entries,
                _ => [],
            }
        )
        {
            Cut(child);
        }
    }
}
