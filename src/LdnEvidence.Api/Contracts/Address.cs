using System.Globalization;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Contracts;

/// <summary>The addresses of the API, relative to the service's root. Routes and links both come from here.</summary>
internal static class Address
{
    public const string Api = "/api/v1";

    /// <summary>The OpenAPI document of the API.</summary>
    public const string OpenApi = "/openapi.json";

    public const string OpenApiType = "application/json";

    /// <summary>The page that shows the coverage of the catalogue.</summary>
    public const string Map = "/";

    public const string Conditions = "conditions";
    public const string Mechanisms = "mechanisms";
    public const string Outcomes = "outcomes";
    public const string Studies = "studies";
    public const string Claims = "claims";
    public const string EvidenceLevels = "evidence-levels";
    public const string Releases = "releases";
    public const string Audit = "audit";
    public const string Coverage = "coverage";
    public const string Search = "search";
    public const string Lookup = "lookup";
    public const string References = "references";
    public const string Download = "download";
    public const string Changes = "changes";
    public const string Impact = "impact";

    public static string Of(string collection) => $"{Api}/{collection}";

    public static string Of(string collection, Slug id) => $"{Api}/{collection}/{id}";

    /// <summary>
    /// The page that shows a record to people; pages have the addresses of the API's records, without its prefix. Evidence levels and releases stand together on
    /// one page each.
    /// </summary>
    public static string PageOf(string collection, string id) =>
        collection switch
        {
            EvidenceLevels => $"{PageOf(collection)}#{id}",
            Releases => $"{PageOf(collection)}#release-{id}",
            _ => $"{PageOf(collection)}/{id}",
        };

    /// <summary>The page that shows a list to people.</summary>
    public static string PageOf(string list) => $"/{list}";

    /// <summary>A page as it is for one release instead of the latest.</summary>
    public static string InRelease(string page, int release)
    {
        var end = page.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment ? fragment : page.Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{page[..end]}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}release={release}{page[end..]}"
        );
    }

    public static string ClaimsOf(string collection, Slug id) => $"{Api}/{collection}/{id}/{Claims}";
}
