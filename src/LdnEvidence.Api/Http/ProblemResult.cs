using System.Reflection;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http;

/// <summary>An error as RFC 9457 problem details. The one place where an error becomes a status.</summary>
internal sealed class ProblemResult(Error error) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public int? StatusCode => StatusOf(error.Kind);

    public static string TypeOf(string code) => $"/problems/{code}";

    public static int StatusOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ErrorKind.NotAcceptable => StatusCodes.Status406NotAcceptable,
            ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ErrorKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ErrorKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
            ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private const int LongestInstance = 300;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new ProblemResponse
        {
            Type = TypeOf(error.Code),
            Title = error.Title,
            Status = StatusOf(error.Kind),
            Detail = error.Detail,
            Instance = Short(httpContext.Request.Path.ToUriComponent()),
            Errors = error.Faults,
        };
        SecurityHeaders.Set(httpContext);
        httpContext.Response.StatusCode = StatusCode!.Value;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(
            problem,
            CatalogueJson.Options,
            ContentType,
            httpContext.RequestAborted
        );
    }

    private static string Short(string path) => path.Length > LongestInstance ? path[..LongestInstance] + "…" : path;
}

/// <summary>The answer where what the caller named does not exist; tells OpenAPI of the 404.</summary>
internal sealed class NotFoundProblem(Error error) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status404NotFound;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status404NotFound,
                typeof(ProblemResponse),
                [ProblemResult.ContentType]
            )
        );

    public Task ExecuteAsync(HttpContext httpContext) => new ProblemResult(error).ExecuteAsync(httpContext);
}
