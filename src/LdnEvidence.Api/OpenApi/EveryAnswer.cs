using LdnEvidence.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>Documents the headers that answers of every kind carry: once for the document, by reference on each answer. Stands after <see cref="Answers"/>.</summary>
internal sealed class EveryAnswer : IOperationFilter, IDocumentFilter
{
    private const string RetryAfter = "Retry-After";

    private static readonly Dictionary<string, OpenApiHeader> Headers = new(StringComparer.Ordinal)
    {
        [AnswerHeaders.RequestId] = Header(
            "Names the request. Quote it when you report a fault: the operator's log has it.",
            JsonSchemaType.String,
            "0HNQ9L66R9O9D:00000001"
        ),
        [AnswerHeaders.RateLimit] = Header(
            "What is left of the quota of your address: r requests in the next t seconds.",
            JsonSchemaType.String,
            "\"default\";r=599;t=1"
        ),
        [AnswerHeaders.RateLimitPolicy] = Header(
            "The quota of your address: q requests at once, which come back within w seconds.",
            JsonSchemaType.String,
            "\"default\";q=600;w=6"
        ),
        [RetryAfter] = Header("Seconds to wait before asking again.", JsonSchemaType.Integer, 1),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var headers = ((OpenApiResponse)answer).Headers ??= new Dictionary<string, IOpenApiHeader>(
                StringComparer.Ordinal
            );
            foreach (var name in NamesFor(status))
            {
                headers[name] = new OpenApiHeaderReference(name, context.Document);
            }
        }
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (name, header) in Headers)
        {
            swaggerDoc.AddComponent(name, header);
        }
    }

    private static IEnumerable<string> NamesFor(string status) =>
        status switch
        {
            // A failure starts its answer afresh.
            "500" or "503" => [AnswerHeaders.RequestId],
            "429" => Headers.Keys,
            _ => Headers.Keys.Where(name => name != RetryAfter),
        };

    private static OpenApiHeader Header(
        string description,
        JsonSchemaType type,
        System.Text.Json.Nodes.JsonNode example
    ) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = type },
            Example = example,
        };
}
