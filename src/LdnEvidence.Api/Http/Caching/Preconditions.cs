using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http.Caching;

/// <summary>What the conditions of a request lead to.</summary>
internal enum ConditionResult
{
    /// <summary>The answer is sent.</summary>
    Send,

    /// <summary>The caller holds the answer already: 304.</summary>
    Held,

    /// <summary>The answer is another than the caller asked for: 412.</summary>
    Failed,
}

/// <summary>Conditional requests (RFC 9110, 13.2.2), for answers whose tags are strong.</summary>
internal static class Preconditions
{
    /// <summary>Weighs the conditions of a request against the answer that there is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The ETag of the answer.</param>
    /// <param name="lastModified">When the answer became what it is; null where that is not said, so that no time is a condition.</param>
    public static ConditionResult Evaluate(HttpRequest request, string tag, DateTimeOffset? lastModified)
    {
        var headers = request.Headers;
        return FailedHeader(headers, tag, lastModified) is not null ? ConditionResult.Failed
            : headers.IfNoneMatch.Count > 0
                ? IsAny(headers.IfNoneMatch.ToString()) || EntityTags.IsHeld(request, tag) ? ConditionResult.Held
                    : ConditionResult.Send
            : Time(headers.IfModifiedSince) is { } held && Seconds(lastModified) <= Seconds(held) ? ConditionResult.Held
            : ConditionResult.Send;
    }

    /// <summary>The header whose condition does not hold; null where all hold.</summary>
    public static string? FailedHeader(IHeaderDictionary headers, string tag, DateTimeOffset? lastModified)
    {
        if (headers.IfMatch.Count > 0)
        {
            // A weak tag matches nothing here, and neither does a list that cannot be read.
            var isMatch =
                IsAny(headers.IfMatch.ToString())
                || (
                    EntityTagHeaderValue.TryParseList(headers.IfMatch, out var wanted)
                    && wanted.Any(other => other.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: true))
                );
            return isMatch ? null : HeaderNames.IfMatch;
        }

        return Time(headers.IfUnmodifiedSince) is { } since && Seconds(lastModified) > Seconds(since)
            ? HeaderNames.IfUnmodifiedSince
            : null;
    }

    private static bool IsAny(string header) => header.AsSpan().Trim() is "*";

    /// <summary>A time that cannot be read, or is given twice, is no condition.</summary>
    private static DateTimeOffset? Time(Microsoft.Extensions.Primitives.StringValues header) =>
        header.Count == 1 && HeaderUtilities.TryParseDate(header[0], out var time) ? time : null;

    /// <summary>The headers tell no fractions of a second.</summary>
    private static long? Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds();
}
