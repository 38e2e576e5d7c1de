using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>Names of headers that stand on answers of every kind.</summary>
internal static class AnswerHeaders
{
    /// <summary>Names the request, as the lines that it leaves in the log do.</summary>
    public const string RequestId = "X-Request-Id";

    /// <summary>What is left of the caller's quota (draft-ietf-httpapi-ratelimit-headers).</summary>
    public const string RateLimit = "RateLimit";

    /// <summary>The caller's whole quota.</summary>
    public const string RateLimitPolicy = "RateLimit-Policy";

    /// <summary>The codes of the request that mean no record, percent-encoded and separated by commas.</summary>
    public const string UnmatchedCodes = "Unmatched-Codes";

    /// <summary>
    /// What a page of another origin may read, as the value of Access-Control-Expose-Headers: every header that tells callers something. Deprecation and Sunset
    /// come with the first address that is to be withdrawn.
    /// </summary>
    public static string Exposed { get; } =
        string.Join(
            ',',
            HeaderNames.AcceptRanges,
            HeaderNames.Allow,
            ReleaseFilter.Header,
            HeaderNames.ContentDisposition,
            HeaderNames.ContentEncoding,
            HeaderNames.ContentRange,
            "Deprecation",
            HeaderNames.ETag,
            HeaderNames.LastModified,
            HeaderNames.Link,
            HeaderNames.Location,
            RateLimit,
            RateLimitPolicy,
            HeaderNames.RetryAfter,
            "Sunset",
            UnmatchedCodes,
            HeaderNames.Vary,
            RequestId
        );
}
