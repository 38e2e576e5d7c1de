using System.Text.Json.Nodes;
using LdnEvidence.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Responses;

/// <summary>The headers of responses: described once, referred to by each response that has them.</summary>
internal sealed class SharedHeaders : IDocumentFilter
{
    public const string ETag = "ETag";
    public const string Link = "Link";
    public const string Location = "Location";
    public const string RetryAfter = "Retry-After";

    private static readonly Dictionary<string, OpenApiHeader> All = new(StringComparer.Ordinal)
    {
        [ETag] = Header(
            "Identifies this response. Send it back in If-None-Match to get a 304 while it is still current.",
            JsonSchemaType.String,
            "\"6f1ed002ab5595859014ebf0951522d9\""
        ),
        [ReleaseFilter.Header] = Header(
            "The number of the release that the response was read from.",
            JsonSchemaType.Integer,
            1
        ),
        [Link] = Header(
            "Where to go from here (RFC 8288): of a list its first and its next page, and as alternate the page that shows the same to people.",
            JsonSchemaType.String,
            "</claims/eff-hiv-cd4>; rel=\"alternate\"; type=\"text/html\""
        ),
        [Location] = Header(
            "The address to go to, relative to this service.",
            JsonSchemaType.String,
            "/api/v1/studies/smith-2007",
            "uri-reference"
        ),
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

    /// <summary>References to the headers that every response of a status has, and to further ones.</summary>
    public static Dictionary<string, IOpenApiHeader> For(
        string status,
        OpenApiDocument document,
        params string[] further
    ) =>
        further
            .Concat(Common(status))
            .ToDictionary(
                name => name,
                name => (IOpenApiHeader)new OpenApiHeaderReference(name, document),
                StringComparer.Ordinal
            );

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (name, header) in All)
        {
            swaggerDoc.AddComponent(name, header);
        }
    }

    private static string[] Common(string status) =>
        status switch
        {
            // A failure starts its response afresh.
            "500" or "503" => [AnswerHeaders.RequestId],
            "429" => [AnswerHeaders.RequestId, AnswerHeaders.RateLimit, AnswerHeaders.RateLimitPolicy, RetryAfter],
            _ => [AnswerHeaders.RequestId, AnswerHeaders.RateLimit, AnswerHeaders.RateLimitPolicy],
        };

    private static OpenApiHeader Header(
        string description,
        JsonSchemaType type,
        JsonNode example,
        string? format = null
    ) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = type, Format = format },
            Example = example,
        };
}
