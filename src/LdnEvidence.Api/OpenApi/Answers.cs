using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>Documents what every operation can answer, the errors included.</summary>
internal sealed class Answers : IOperationFilter
{
    private const string NotModified = "304";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ValidatedQuery>().Any())
        {
            return;
        }

        var responses = operation.Responses ??= [];
        var headers = Headers(
            operation.Parameters?.Any(parameter => parameter.Name == "cursor") == true,
            context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<HtmlPage>().Any()
        );
        var success = (OpenApiResponse)responses.First(pair => pair.Key[0] is '2' or '3').Value;
        if (!responses.ContainsKey("200") || operation.RequestBody is not null)
        {
            // A redirect is no copy to be kept, and what answers a body is the caller's own.
            headers.Remove("ETag");
        }

        success.Headers = headers;
        AddFormats(success, context.ApiDescription.ActionDescriptor.EndpointMetadata);
        if (headers.TryGetValue("ETag", out var tag))
        {
            responses[NotModified] = new OpenApiResponse
            {
                Description = "The copy whose ETag was sent in If-None-Match is still right.",
                Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
                {
                    ["ETag"] = tag,
                    [ReleaseFilter.Header] = headers[ReleaseFilter.Header],
                },
            };
        }

        Problem(
            ErrorKind.Invalid,
            "A query parameter is unknown, repeated, malformed or out of range; errors names each."
        );
        if (responses.ContainsKey("404") || operation.Parameters?.Any(parameter => parameter.Name == "release") == true)
        {
            Problem(ErrorKind.NotFound, "There is no such release.");
        }

        Problem(ErrorKind.NotAcceptable, "The Accept header admits no format that is served.");
        if (operation.RequestBody is not null)
        {
            Problem(ErrorKind.TooLarge, "The body is too large.");
            Problem(ErrorKind.UnsupportedMediaType, "The body has a type that is not read.");
        }

        Problem(ErrorKind.TooManyRequests, "The quota of your address is used up; Retry-After says when to ask again.");
        Problem(ErrorKind.Unexpected, "A defect of the service.");
        Problem(ErrorKind.Unavailable, "The catalogue cannot be read now; try again later.");
        operation.Responses = [];
        foreach (var (status, response) in responses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            operation.Responses.Add(status, response);
        }

        void Problem(ErrorKind kind, string description)
        {
            var status = ProblemResult.StatusOf(kind).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var isTold =
                responses.TryGetValue(status, out var told)
                && told.Description is { } own
                && own.Contains(' ', StringComparison.Ordinal)
                && own.EndsWith('.');
            responses[status] = new OpenApiResponse
            {
                Description = isTold ? told!.Description : description,
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemResult.ContentType] = new OpenApiMediaType
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(
                            typeof(ProblemResponse),
                            context.SchemaRepository
                        ),
                    },
                },
            };
        }
    }

    /// <summary>The formats beside JSON: texts, of which the document can only say that they are.</summary>
    private static void AddFormats(OpenApiResponse success, IEnumerable<object> metadata)
    {
        foreach (var format in metadata.OfType<AnswerShape>().Take(1).SelectMany(shape => shape.Formats.Skip(1)))
        {
            success.Content ??= new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal);
            success.Content[format.MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static Dictionary<string, IOpenApiHeader> Headers(bool isList, bool hasPage)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["ETag"] = Header(
                "Identifies this answer; send it back in If-None-Match to be told 304 while it is still right.",
                JsonSchemaType.String
            ),
            [ReleaseFilter.Header] = Header("The release that the answer was read from.", JsonSchemaType.Integer),
        };
        string?[] links =
        [
            isList ? "as first the first page of the list and, unless this is the last, as next the next one" : null,
            hasPage ? "as alternate the page that shows this to people" : null,
        ];
        if (isList || hasPage)
        {
            headers["Link"] = Header(
                $"Where to go from here (RFC 8288): {string.Join("; ", links.OfType<string>())}.",
                JsonSchemaType.String
            );
        }

        return headers;
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        };
}
