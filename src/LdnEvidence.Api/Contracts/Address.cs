using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Contracts;

/// <summary>The addresses of the API, relative to the service's root. Routes and links both come from here.</summary>
internal static class Address
{
    public const string Api = "/api/v1";
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

    /// <summary>The page that shows a record to people; pages have the addresses of the API's records, without its prefix.</summary>
    public static string PageOf(string collection, string id) => $"/{collection}/{id}";

    public static string ClaimsOf(string collection, Slug id) => $"{Api}/{collection}/{id}/{Claims}";
}
