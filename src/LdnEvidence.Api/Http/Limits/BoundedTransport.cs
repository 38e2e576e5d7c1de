using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// The web server's sockets, of which only so many are accepted at once; the next waits with the operating system until one is closed. The web server's
/// own limit accepts a connection before it closes it, and a burst of them uses up the files of the process.
/// </summary>
internal sealed class BoundedTransport : IConnectionListenerFactory
{
    private static readonly int Connections = OpenFiles.Connections(OpenFiles.Limit, ServerLimits.Connections);

    /// <summary>Files are counted for the process, and so are connections.</summary>
    private static readonly SemaphoreSlim Free = new(Connections);

    private readonly SocketTransportFactory _sockets;

    public BoundedTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
    {
        _sockets = new SocketTransportFactory(options, loggers);
        if (Connections < ServerLimits.Connections)
        {
            loggers
                .CreateLogger<BoundedTransport>()
                .LogWarning(
                    "Only {Connections} connections are served at once instead of {Usual}, since this process may have only {Files} files open. Let it have {Needed}, with LimitNOFILE or ulimit -n.",
                    Connections,
                    ServerLimits.Connections,
                    OpenFiles.Limit,
                    OpenFiles.Reserved + ServerLimits.Connections
                );
        }
    }

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    ) => new Listener(await _sockets.BindAsync(endpoint, cancellationToken));

    private sealed class Listener(IConnectionListener sockets) : IConnectionListener
    {
        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                await Free.WaitAsync(_unbound.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            var connection = await sockets.AcceptAsync(cancellationToken);
            if (connection is null)
            {
                Free.Release();
            }
            else
            {
                connection.ConnectionClosed.UnsafeRegister(static _ => Free.Release(), state: null);
            }

            return connection;
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _unbound.CancelAsync();
            await sockets.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            _unbound.Dispose();
            await sockets.DisposeAsync();
        }
    }
}
