using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Links;

/// <summary>The Link header of an answer (RFC 8288). Its addresses begin with the path below which the service stands.</summary>
internal static class LinkHeader
{
    public const string Json = "application/json";
    public const string Html = "text/html";

    /// <summary>One entry of the header.</summary>
    /// <param name="request">The request that is answered.</param>
    /// <param name="address">The address from the service's root.</param>
    /// <param name="relation">What the address is to the answer.</param>
    /// <param name="type">The media type that is found there, where that is worth telling.</param>
    public static string Entry(HttpRequest request, string address, string relation, string? type = null) =>
        $"<{request.PathBase.ToUriComponent()}{address}>; rel=\"{relation}\""
        + (type is null ? string.Empty : $"; type=\"{type}\"");

    /// <summary>Says of an answer of the API where it is, what describes it, and which page shows it to people.</summary>
    public static void Describe(HttpContext http, Query query, Release release)
    {
        var (request, metadata) = (http.Request, http.GetEndpoint()!.Metadata);
        if (metadata.GetMetadata<Described>() is { } described)
        {
            var sent = RequestTarget.QueryOf(request);
            Append(
                http.Response,
                Entry(request, request.Path.ToUriComponent() + (sent.Length > 0 ? $"?{sent}" : sent), "self"),
                Entry(request, described.Address, "describedby", Address.OpenApiType),
                Entry(request, Address.OpenApi, "service-desc", Address.OpenApiType)
            );
        }

        if (metadata.GetMetadata<HtmlPage>() is { } page)
        {
            Append(http.Response, Entry(request, page.Address(http, query, release), "alternate", Html));
        }
    }

    /// <summary>Adds entries after those that are there.</summary>
    public static void Append(HttpResponse response, params ReadOnlySpan<string> entries)
    {
        var added = string.Join(", ", entries);
        response.Headers.Link = response.Headers.Link.Count > 0 ? $"{response.Headers.Link}, {added}" : added;
    }
}

/// <summary>Says of an endpoint where the OpenAPI document describes it.</summary>
/// <param name="Address">The document, with a JSON pointer to the endpoint's path in it.</param>
internal sealed record Described(string Address)
{
    /// <summary>The endpoint at a route; null for what is no part of the API.</summary>
    public static Described? At(string route) =>
        route.StartsWith(Contracts.Address.Api, StringComparison.Ordinal)
            ? new(
                $"{Contracts.Address.OpenApi}#/paths/{Uri.EscapeDataString(route.TrimEnd('/').Replace("**", string.Empty, StringComparison.Ordinal).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}"
            )
            : null;
}
