using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Requests;
using LdnEvidence.Api.OpenApi.Examples;
using LdnEvidence.Domain;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Responses;

/// <summary>The responses that many operations have, each described once with what the service really answers: every problem, and 304.</summary>
internal sealed class SharedResponses(EndpointCalls calls) : IDocumentAsyncFilter
{
    public const string NotModified = "304";

    private static readonly Dictionary<string, (string Name, string Description)> Known = new(StringComparer.Ordinal)
    {
        [NotModified] = ("NotModified", "The copy whose ETag was sent in If-None-Match is still current."),
        ["400"] = ("InvalidRequest", "A parameter is unknown, repeated, malformed or out of range; errors names each."),
        ["404"] = ("NotFound", "There is no such record, or no such release."),
        ["406"] = ("NotAcceptable", "The Accept header admits no format that is served."),
        ["412"] = ("PreconditionFailed", "The copy whose ETag was sent in If-Match is no longer current."),
        ["413"] = ("BodyTooLarge", "The body is too large."),
        ["415"] = ("UnsupportedBody", "The body has a media type that is not read."),
        ["429"] = ("TooManyRequests", "The quota of your address is used up; Retry-After says when to ask again."),
        ["500"] = ("UnexpectedFailure", "A defect of the service."),
        ["503"] = ("CatalogueUnavailable", "The catalogue cannot be read now; try again later."),
    };

    /// <summary>A reference to the shared response of a status, with a description of its own where the operation has one.</summary>
    public static OpenApiResponseReference To(string status, string? description, OpenApiDocument document) =>
        new(Known[status].Name, document) { Description = description ?? Known[status].Description };

    public async Task ApplyAsync(
        OpenApiDocument swaggerDoc,
        DocumentFilterContext context,
        CancellationToken cancellationToken
    )
    {
        swaggerDoc.AddComponent<IOpenApiResponse>(
            Known[NotModified].Name,
            new OpenApiResponse
            {
                Description = Known[NotModified].Description,
                Headers = SharedHeaders.For(NotModified, swaggerDoc, SharedHeaders.ETag, ReleaseFilter.Header),
            }
        );
        foreach (var (status, example) in await Examples(cancellationToken))
        {
            swaggerDoc.AddComponent<IOpenApiResponse>(
                Known[status].Name,
                new OpenApiResponse
                {
                    Description = Known[status].Description,
                    Headers = SharedHeaders.For(status, swaggerDoc),
                    Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [ProblemResult.ContentType] = new OpenApiMediaType
                        {
                            Schema = context.SchemaGenerator.GenerateSchema(
                                typeof(ProblemResponse),
                                context.SchemaRepository
                            ),
                            Example = example.Json,
                        },
                    },
                }
            );
        }
    }

    private async Task<Dictionary<string, Reply>> Examples(CancellationToken cancellationToken)
    {
        var (claim, problems) = (Address.Of(Address.Claims), new Dictionary<string, Reply>(StringComparer.Ordinal));
        foreach (
            var reply in new[]
            {
                await calls.Ask("ListClaims", [], "?kind=x&limit=0", accept: null, cancellationToken),
                await calls.Ask("GetClaim", new() { ["id"] = "no-such-claim" }, "", accept: null, cancellationToken),
                await calls.Ask("GetService", [], "", "application/xml", cancellationToken),
                await calls.Write(Error.PreconditionFailed("If-Match"), claim, cancellationToken),
                await calls.Write(
                    Error.BodyTooLarge(RequestSizes.MaxBody),
                    Address.Of(Address.Impact),
                    cancellationToken
                ),
                await calls.Write(
                    Error.UnsupportedMediaType("text/plain", JsonBody.ContentType),
                    Address.Of(Address.Impact),
                    cancellationToken
                ),
                await calls.Write(Error.TooManyRequests(), claim, cancellationToken),
                await calls.Write(Error.Unexpected(), claim, cancellationToken),
                await calls.Write(Error.CatalogueUnavailable(), claim, cancellationToken),
            }
        )
        {
            problems.Add(reply.Status, reply);
        }

        return problems;
    }
}
