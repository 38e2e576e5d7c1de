using System.Reflection;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>An error as RFC 9457 problem details. The one place where an error becomes a status.</summary>
internal sealed class ProblemResult(Error error) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public int? StatusCode => StatusOf(error.Kind);

    private const string Html = "text/html";

    public static string TypeOf(string code) => $"/problems/{code}";

    public static int StatusOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ErrorKind.NotAcceptable => StatusCodes.Status406NotAcceptable,
            ErrorKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
            ErrorKind.RangeNotSatisfiable => StatusCodes.Status416RangeNotSatisfiable,
            ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ErrorKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ErrorKind.TooSlow => StatusCodes.Status408RequestTimeout,
            ErrorKind.AddressTooLong => StatusCodes.Status414UriTooLong,
            ErrorKind.HeadersTooLarge => StatusCodes.Status431RequestHeaderFieldsTooLarge,
            ErrorKind.HttpVersionNotSupported => StatusCodes.Status505HttpVersionNotsupported,
            ErrorKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
            ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private const int LongestInstance = 300;

    /// <summary>An error as callers read it.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="pathBase">The path below which the caller sees the service.</param>
    /// <param name="path">The address that was asked for, without its query.</param>
    public static ProblemResponse Describe(Error error, string pathBase, string path) =>
        new()
        {
            Type = $"{pathBase}{TypeOf(error.Code)}",
            Title = error.Title,
            Status = StatusOf(error.Kind),
            Detail = error.Detail,
            Instance = Short($"{pathBase}{path}"),
            Errors = error.Faults is { } faults ? new ErrorMap(faults) : null,
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = Describe(
            error,
            httpContext.Request.PathBase.ToUriComponent(),
            httpContext.Request.Path.ToUriComponent()
        );
        SecurityHeaders.Set(httpContext);
        httpContext.Response.StatusCode = StatusCode!.Value;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (RequestTarget.IsOfPages(httpContext.Request.Path))
        {
            httpContext.Response.Headers.Vary = "Accept";
            if (
                httpContext.RequestServices.GetService<IProblemPage>() is { } page
                && IsForABrowser(httpContext.Request)
            )
            {
                return page.Write(httpContext, problem);
            }
        }

        return httpContext.Response.WriteAsJsonAsync(
            problem,
            CatalogueJson.Options,
            ContentType,
            httpContext.RequestAborted
        );
    }

    /// <summary>Browsers name HTML; programs that accept anything are answered as programs.</summary>
    private static bool IsForABrowser(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.Any(range => range.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && range.Quality != 0)
        && !ranges.Any(range => range.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase));

    private static string Short(string path) => path.Length > LongestInstance ? path[..LongestInstance] + "…" : path;
}

/// <summary>Shows a problem to people, at the addresses of pages.</summary>
internal interface IProblemPage
{
    /// <summary>Writes the page; status and headers are set.</summary>
    Task Write(HttpContext context, ProblemResponse problem);
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
