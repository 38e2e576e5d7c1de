using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>Which release a page is read from, and how its links keep to it. They are from the service's root; <see cref="PageRenderer"/> puts the base path before them.</summary>
/// <param name="Release">The release; null on a page that shows none of it, such as an error.</param>
/// <param name="IsPinned">Whether the address names the release, so that links must name it too.</param>
/// <param name="Path">The page's path.</param>
/// <param name="Site">Scheme, host and base path as the caller sees them, such as <c>http://localhost:5080</c>.</param>
public sealed record Reading(Release? Release, bool IsPinned, string Path, string Site)
{
    /// <summary>The page's query string as it was sent.</summary>
    public string? Query { get; init; }

    /// <summary>The same content as JSON; null where the API has nothing that corresponds.</summary>
    public string? Api { get; init; }

    /// <summary>The same page of the latest release.</summary>
    public string Unpinned =>
        RequestTarget.Write(RequestTarget.Parameters(Query, OfTheRelease)) is { Length: > 0 } query
            ? $"{Path}?{query}"
            : Path;

    /// <summary>The page's query, with the release by its number if any is named.</summary>
    public string PinnedQuery
    {
        get
        {
            var parameters = RequestTarget.Parameters(Query, OfTheRelease);
            if (IsPinned && Release is not null)
            {
                parameters.Add(KeyValuePair.Create("release", Release.Number.ToString(CultureInfo.InvariantCulture)));
            }

            return RequestTarget.Write(parameters);
        }
    }

    private static readonly HashSet<string> OfTheRelease = new(StringComparer.Ordinal) { "release", "asOf" };

    internal static Reading Of(HttpContext http)
    {
        var (request, services) = (http.Request, http.RequestServices);
        var release = services.GetRequiredService<ReleaseReader>().Release;
        var isPinned = request.Query.ContainsKey("release") || request.Query.ContainsKey("asOf");
        var reading = new Reading(release, isPinned, request.Path.ToUriComponent(), RequestTarget.SiteOf(request))
        {
            Query = request.QueryString.Value,
        };
        return http.GetEndpoint()?.Metadata.GetMetadata<CorrespondsTo>() is { } api
            ? reading with
            {
                Api = api.AddressFor(reading),
            }
            : reading;
    }

    /// <summary>An address of this site, in the same release.</summary>
    public string To(string address) =>
        IsPinned && Release is not null ? Address.InRelease(address, Release.Number) : address;

    /// <summary>The page of a record, in the same release.</summary>
    public string ToRecord(string collection, string id) => To(Address.PageOf(collection, id));

    /// <summary>An address of the API, in the same release.</summary>
    public string ToApi(string address) => To($"{Address.Api}{address}");
}

/// <summary>Says of a page which address of the API has the same content.</summary>
/// <param name="Template">The address; null where it is the page's own path after the API's prefix.</param>
/// <param name="TakesQuery">Whether it takes the page's query as it is.</param>
/// <param name="IsOfAll">Whether it tells of all releases, and so takes none.</param>
internal sealed record CorrespondsTo(string? Template = null, bool TakesQuery = false, bool IsOfAll = false)
{
    public string AddressFor(Reading reading)
    {
        var query = TakesQuery ? reading.PinnedQuery : string.Empty;
        var address = Template ?? $"{Address.Api}{reading.Path}";
        return IsOfAll ? address
            : query.Length > 0 ? $"{address}?{query}"
            : reading.To(address);
    }
}
