using System.Globalization;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Links;

/// <summary>Says of an endpoint which page shows people what it answers with, for the Link header and for OpenAPI.</summary>
/// <param name="Of">The page, by the part of the request's address that names the record.</param>
internal sealed record HtmlPage(Func<string, string> Of)
{
    /// <summary>The part of an address that names a record; a release is named by its number.</summary>
    private const string RouteParameter = "id";

    /// <summary>The address of the page, in the release that the query selects.</summary>
    public string Address(HttpContext http, Query query, Release release)
    {
        var page = Of(
            http.GetRouteValue(RouteParameter) as string ?? release.Number.ToString(CultureInfo.InvariantCulture)
        );
        return query is ReleaseQuery { Release: not null } or ReleaseQuery { AsOf: not null }
            ? Contracts.Address.InRelease(page, release.Number)
            : page;
    }
}

internal static class HtmlPages
{
    /// <summary>A page shows what the endpoint answers with.</summary>
    public static RouteHandlerBuilder ShownOn(this RouteHandlerBuilder endpoint, string page) =>
        endpoint.WithMetadata(new HtmlPage(_ => page));

    /// <summary>Each record that the endpoint answers with has a page.</summary>
    public static RouteHandlerBuilder ShownOnPageOf(this RouteHandlerBuilder endpoint, string collection) =>
        endpoint.WithMetadata(new HtmlPage(id => Contracts.Address.PageOf(collection, id)));
}
