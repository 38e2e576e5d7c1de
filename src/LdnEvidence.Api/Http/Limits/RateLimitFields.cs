using System.Globalization;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>The quota as header fields (draft-ietf-httpapi-ratelimit-headers). They are written once and kept, since every answer carries them.</summary>
internal sealed class RateLimitFields(int burst, int perSecond)
{
    /// <summary>Seconds after which more may come back to the quota: the effective window of the draft.</summary>
    public const int Window = 1;

    private readonly string?[] _remaining = new string?[burst + 1];

    /// <summary>The whole quota, and the seconds in which it comes back when all of it was used.</summary>
    public string Policy { get; } =
        string.Create(CultureInfo.InvariantCulture, $"\"default\";q={burst};w={(burst + perSecond - 1) / perSecond}");

    /// <summary>What is left of it.</summary>
    public string Remaining(long requests)
    {
        var left = (int)Math.Clamp(requests, 0, _remaining.Length - 1);
        // Two threads may write the same text; either is right.
        return _remaining[left] ??= string.Create(CultureInfo.InvariantCulture, $"\"default\";r={left};t={Window}");
    }
}
