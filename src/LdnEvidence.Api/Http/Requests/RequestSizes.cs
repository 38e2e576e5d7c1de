namespace LdnEvidence.Api.Http.Requests;

/// <summary>How large the parts of a request may be. The web server refuses what is larger, in most cases before the service sees it.</summary>
internal static class RequestSizes
{
    private const int KiB = 1024;

    /// <summary>
    /// Bytes of method, address and version. The web server's own limit is 8 KiB; with this one, a query string that is too long reaches the check of
    /// the parameters, which names the limit that holds there.
    /// </summary>
    public const int MaxRequestLine = 64 * KiB;

    /// <summary>Bytes of all headers. A browser sends 1 to 2 KiB; the rest is room for many ETags in If-None-Match.</summary>
    public const int MaxHeaders = 16 * KiB;

    public const int MaxHeaderCount = 64;

    /// <summary>Bytes of a body. A thousand displayed claims have about 100 KB.</summary>
    public const int MaxBody = 256 * KiB;
}
