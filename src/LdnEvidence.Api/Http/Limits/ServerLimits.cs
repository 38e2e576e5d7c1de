using LdnEvidence.Api.Http.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>What the web server takes from one connection before it refuses or drops it. In one place, because together they bound its memory.</summary>
internal static class ServerLimits
{
    private const int KiB = 1024;

    /// <summary>Bytes that are read ahead of what is processed; at least the request line must fit.</summary>
    public const int ReadAhead = 128 * KiB;

    /// <summary>
    /// Bytes of an answer that wait for a caller to take them. A usual page has 70 KB and must fit whole: one that does not is sent in two steps, with everything that
    /// made it waiting between them.
    /// </summary>
    public const int SendAhead = 256 * KiB;

    /// <summary>With the request line and headers that each may hold, the connections use at most 320 MiB.</summary>
    public const int Connections = 4096;

    /// <summary>Whoever sends headers more slowly than this keeps a connection busy on purpose.</summary>
    public static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the 60 seconds after which common proxies drop an idle connection, so that the proxy drops it first and loses no request.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(75);

    /// <summary>Bytes a second, less than the poorest mobile network gives. Whoever reads or sends more slowly is dropped after the grace time.</summary>
    public const int DataRate = 2 * KiB;

    public static readonly TimeSpan DataRateGrace = TimeSpan.FromSeconds(10);

    public static void Apply(SocketTransportOptions sockets) => sockets.MaxWriteBufferSize = SendAhead;

    public static void Apply(KestrelServerOptions server)
    {
        var limits = server.Limits;
        limits.MaxRequestLineSize = RequestSizes.MaxRequestLine;
        limits.MaxRequestHeadersTotalSize = RequestSizes.MaxHeaders;
        limits.MaxRequestHeaderCount = RequestSizes.MaxHeaderCount;
        limits.MaxRequestBodySize = RequestSizes.MaxBody;
        limits.MaxRequestBufferSize = ReadAhead;
        limits.RequestHeadersTimeout = HeadersTime;
        limits.KeepAliveTimeout = IdleTime;
        limits.MinRequestBodyDataRate = new MinDataRate(DataRate, DataRateGrace);
        limits.MinResponseDataRate = new MinDataRate(DataRate, DataRateGrace);
    }
}
