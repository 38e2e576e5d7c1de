using System.Globalization;
using LdnEvidence.Domain;

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

    /// <summary>When the answers of a release became what they are: when it was published, or the build was made if that was later.</summary>
    public static DateTimeOffset LastModified(Release release) =>
        release.PublishedAt > Built ? release.PublishedAt : Built;
}
