using System.Buffers;
using System.Reflection;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Links;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>One record: sends the body that was stored when its release was published, or another format of it. Tells OpenAPI the shape.</summary>
internal sealed class RecordResult<T>(byte[] document)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>A body that is not stored but follows from the release and the build alone.</summary>
    public static RecordResult<T> Of(T body) => new(CatalogueJson.Write(body));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AnswerShape(typeof(T), typeof(T), Arity.One));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"])
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, representation) = (
            httpContext.Response,
            httpContext.RequestServices.GetRequiredService<Representation>()
        );
        response.ContentType = representation.Format.ContentType;
        var body = Write(representation);
        if (representation.Format.IsJson)
        {
            body = BodyLinks.Below(body, httpContext.Request.PathBase);
        }

        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }

    private ReadOnlyMemory<byte> Write(Representation representation)
    {
        if (representation.IsJson)
        {
            return representation.Fields?.Apply(document) ?? document;
        }

        var buffer = new ArrayBufferWriter<byte>();
        var writer = representation.Format.Open(typeof(T), Arity.One, buffer);
        writer.Begin();
        writer.Write(document);
        writer.End();
        return buffer.WrittenMemory;
    }
}
