using System.Reflection;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http;

/// <summary>One page of a list: sets the stored bodies of its records side by side, and tells OpenAPI their shape.</summary>
internal sealed class Page<T>(IReadOnlyList<byte[]> documents, int total, string? next, string first, int release)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PageResponse<T>), ["application/json"])
        );

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        var end = Encoding.UTF8.GetBytes(
            $"],\"total\":{total},\"next\":{JsonSerializer.Serialize(next, CatalogueJson.Options)},\"release\":{release}}}"
        );
        response.Headers.Link = next is null
            ? $"<{first}>; rel=\"first\""
            : $"<{first}>; rel=\"first\", <{next}>; rel=\"next\"";
        response.ContentType = JsonBody.ContentType;
        response.ContentLength =
            "{\"items\":["u8.Length
            + documents.Sum(document => (long)document.Length)
            + Math.Max(0, documents.Count - 1)
            + end.Length;

        var writer = response.BodyWriter;
        Append("{\"items\":["u8);
        foreach (var (index, document) in documents.Index())
        {
            if (index > 0)
            {
                Append(","u8);
            }

            Append(document);
        }

        Append(end);
        await writer.FlushAsync(aborted);

        void Append(ReadOnlySpan<byte> bytes) => System.Buffers.BuffersExtensions.Write(writer, bytes);
    }
}
