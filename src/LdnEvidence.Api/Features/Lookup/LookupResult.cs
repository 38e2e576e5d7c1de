using System.Reflection;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Negotiation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Features.Lookup;

/// <summary>What an identifier means: as JSON to a caller that accepts it, as a redirect to every other (RFC 9110, 15.4.4).</summary>
/// <param name="identified">The records; at least one.</param>
/// <param name="release">The release that was read.</param>
/// <param name="isNamed">Whether the request named the release, so that the address that it is sent to names it too.</param>
internal sealed class LookupResult(IdentifiedRecords identified, int release, bool isNamed)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>The one record, or the list of those that carry the code.</summary>
    private string Location =>
        identified.Matches is [var only]
            ? only.Url + (isNamed ? $"?release={release}" : string.Empty)
            : $"{Address.Of(identified.Matches[0].Collection)}?code={Uri.EscapeDataString($"{identified.System}|{identified.Value}")}"
                + (isNamed ? $"&release={release}" : string.Empty);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(LookupResponse), ["application/json"])
        );
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status303SeeOther));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (!WantsJson(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location = $"{httpContext.Request.PathBase.ToUriComponent()}{Location}";
            return;
        }

        var body = BodyLinks.Below(
            CatalogueJson.Write(
                new LookupResponse
                {
                    System = identified.System,
                    Value = identified.Value,
                    Release = release,
                    Matches = identified.Matches,
                }
            ),
            httpContext.Request.PathBase
        );
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Programs say that they accept JSON or anything; browsers want HTML first, and a link that somebody follows says nothing.</summary>
    private static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.Count > 0
        && (
            MediaRanges.Of(request) is not { } ranges
            || (ranges.QualityOf(Json) is > 0 and var json && json >= ranges.QualityOf(Html))
        );
}
