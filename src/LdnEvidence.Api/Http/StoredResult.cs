using System.Reflection;
using LdnEvidence.Api.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http;

/// <summary>An answer that was read from a release, and so carries its ETag.</summary>
internal interface IReleaseAnswer;

/// <summary>One record: sends the body that was stored when its release was published, and tells OpenAPI its shape.</summary>
internal sealed class StoredResult<T>(byte[] document)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>A body that is not stored but follows from the release and the build alone.</summary>
    public static StoredResult<T> Of(T body) => new(CatalogueJson.Write(body));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"])
        );

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = JsonBody.ContentType;
        httpContext.Response.ContentLength = document.Length;
        await httpContext.Response.Body.WriteAsync(document, httpContext.RequestAborted);
    }
}

internal static class JsonBody
{
    public const string ContentType = "application/json; charset=utf-8";
}
