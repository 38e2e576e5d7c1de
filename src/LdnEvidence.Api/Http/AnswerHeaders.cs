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
}
