using System.IO.Pipelines;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LdnEvidence.Api.Http.Errors;

/// <summary>Puts <see cref="ServerErrorWriter"/> between the web server and each of its connections.</summary>
internal static class ServerErrorConnection
{
    public static void UseServerErrors(this ListenOptions endpoint) =>
        endpoint.Use(next =>
            connection =>
            {
                var transport = connection.Transport;
                connection.Transport = new Pipes(
                    transport.Input,
                    new ServerErrorWriter(transport.Output, connection.ConnectionId)
                );
                return next(connection);
            }
        );

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
