using System.Reflection;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
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
        builder.Metadata.Add(new AnswerShape(typeof(T), Arity.One));
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
        if (representation.IsJson)
        {
            var body = representation.Fields?.Apply(document) ?? document;
            response.ContentLength = body.Length;
            await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
            return;
        }

        var writer = representation.Format.Open(typeof(T), Arity.One, response.BodyWriter);
        writer.Begin();
        writer.Write(document);
        writer.End();
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
