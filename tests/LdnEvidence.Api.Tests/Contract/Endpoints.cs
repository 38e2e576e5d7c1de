using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>Every endpoint of the API as the service's own table lists it, with an address that answers on the shipped seed.</summary>
public static class Endpoints
{
    /// <summary>A record of the shipped seed for each collection that has records.</summary>
    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["conditions"] = "crohns-disease",
        ["mechanisms"] = "natural-killer-cell-activation",
        ["outcomes"] = "cd4-count",
        ["studies"] = "smith-2007",
        ["claims"] = "eff-hiv-cd4",
        ["evidence-levels"] = "pilot-trial",
        ["releases"] = "1",
    };

    private static readonly Lazy<IReadOnlyList<RouteEndpoint>> All = new(() =>
    {
        using var app = new CatalogueApp();
        return
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)),
        ];
    });

    /// <summary>Those that answer themselves; a look-up only leads to one of them.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Addresses =>
        All
            .Value.Where(endpoint => IsRead(endpoint) && Name(endpoint) != "LookUpRecord")
            .Select(endpoint => new TheoryDataRow<string, string>(Name(endpoint), Address(endpoint)));

    public static IEnumerable<TheoryDataRow<string, string>> Lists =>
        All
            .Value.Where(IsList)
            .Select(endpoint => new TheoryDataRow<string, string>(Name(endpoint), Address(endpoint)));

    public static IEnumerable<TheoryDataRow<string, string>> OfOneRelease =>
        All
            .Value.Where(endpoint =>
                IsRead(endpoint)
                && typeof(ReleaseQuery).IsAssignableFrom(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type)
            )
            .Select(endpoint => new TheoryDataRow<string, string>(Name(endpoint), Address(endpoint)));

    internal static IReadOnlyList<RouteEndpoint> Table => All.Value;

    internal static string Name(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "(no name)";

    /// <summary>The address with a parameter more.</summary>
    internal static string With(string address, string parameter) =>
        address + (address.Contains('?') ? '&' : '?') + parameter;

    internal static string Address(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimEnd('/');
        var collection = route.Split('/').ElementAtOrDefault(3) ?? string.Empty;
        return route
                .Replace("{id}", Records.GetValueOrDefault(collection), StringComparison.Ordinal)
                .Replace("{from}", "1", StringComparison.Ordinal)
                .Replace("{number}", "1", StringComparison.Ordinal)
                .Replace("{system}/{**value}", "pmid/17222320", StringComparison.Ordinal)
            + (route.EndsWith("/search", StringComparison.Ordinal) ? "?q=crohn" : string.Empty);
    }

    /// <summary>The address of a page, with a record of the shipped seed where it names one.</summary>
    internal static string OfRecords(string route) =>
        route.Replace("{id}", Records.GetValueOrDefault(route.Split('/')[1]), StringComparison.Ordinal);

    /// <summary>Whether it has GET; the others are asked with a body.</summary>
    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET");

    private static bool IsList(RouteEndpoint endpoint) =>
        typeof(IPagedQuery).IsAssignableFrom(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type);
}
