using System.Globalization;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>How long an answer may be kept, and since when it has been what it is.</summary>
internal static class Freshness
{
    /// <summary>The latest release may change at any time: a minute without asking, and ten more while asking.</summary>
    private const string OfTheLatest = "public, max-age=60, stale-while-revalidate=600";

    /// <summary>A release that is named never changes.</summary>
    private const string OfANamedRelease = "public, max-age=31536000, immutable";

    /// <summary>When this build was made. A new build may write another body from the same release.</summary>
    private static readonly DateTimeOffset Built = File.Exists(typeof(Freshness).Assembly.Location)
        ? new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(Freshness).Assembly.Location))
        : DateTimeOffset.MinValue;

    /// <summary>Writes the headers of a body, and of the 304 that stands for it.</summary>
    public static void Describe(HttpResponse response, string tag, Release release, bool isNamed)
    {
        var headers = response.Headers;
        headers.ETag = tag;
        headers.Vary = "Accept, Accept-Encoding";
        headers.CacheControl = isNamed ? OfANamedRelease : OfTheLatest;
        headers.LastModified = LastModified(release).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the caller's copy is as new as the release and the build (RFC 9110, 13.1.3); an ETag outweighs the time.</summary>
    public static bool IsHeld(HttpRequest request, Release release) => IsHeld(request, LastModified(release));

    public static bool IsHeld(HttpRequest request, DateTimeOffset lastModified) =>
        request.Headers.IfNoneMatch.Count == 0
        && request.Headers.IfModifiedSince.Count == 1
        && HeaderUtilities.TryParseDate(request.Headers.IfModifiedSince[0], out var since)
        && lastModified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();

    private static DateTimeOffset LastModified(Release release) =>
        release.PublishedAt > Built ? release.PublishedAt : Built;
}
