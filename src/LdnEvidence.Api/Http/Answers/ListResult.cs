using System.Reflection;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>An answer that was read from a release, and so carries its ETag.</summary>
internal interface IReleaseAnswer;

/// <summary>A list: one page of it in JSON, or the whole of it in a format that streams. Tells OpenAPI the shape.</summary>
internal sealed class ListResult<TPage>(Listing listing)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
    where TPage : IPageResponse
{
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>The list itself, for whoever shows it in another way.</summary>
    internal Listing Listing => listing;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AnswerShape(TPage.Record, typeof(TPage), Arity.Many));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TPage), ["application/json"])
        );
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var (catalogue, list, representation) = (
            services.GetRequiredService<ReleaseReader>().Open,
            services.GetRequiredService<ListRequest>(),
            services.GetRequiredService<Representation>()
        );
        httpContext.Response.ContentType = representation.Format.ContentType;
        if (listing.UnmatchedCodes is { Count: > 0 } unmatched)
        {
            // Formats without an envelope have no other place for it.
            httpContext.Response.Headers[AnswerHeaders.UnmatchedCodes] = string.Join(
                ", ",
                unmatched.Select(Uri.EscapeDataString)
            );
        }

        return representation.IsJson
            ? new PageBody(listing, catalogue, list, representation).Write(httpContext)
            : new StreamedBody(TPage.Record, listing, catalogue, list, representation).Write(httpContext);
    }
}
