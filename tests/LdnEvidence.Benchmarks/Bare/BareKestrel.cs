using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LdnEvidence.Benchmarks.Bare;

/// <summary>
/// The web server and nothing else: it sends responses that the service gave, status, headers and body, from memory and in turn, whatever is
/// asked. What it reaches is what the machine can send.
/// </summary>
internal static class BareKestrel
{
    public const string Command = "bare";

    /// <summary>Longer bodies are sent in pieces of this size, as a service that streams them would.</summary>
    private const int Piece = 64 * 1024;

    public static async Task<int> Run(string recording, string address)
    {
        var responses = Recording.Read(recording);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(server => server.AddServerHeader = false).UseUrls(address);
        await using var app = builder.Build();
        var turn = -1;
        app.Run(context =>
        {
            var next = responses[(int)((uint)Interlocked.Increment(ref turn) % (uint)responses.Length)];
            return Send(context.Response, next);
        });
        await app.RunAsync();
        return 0;
    }

    private static Task Send(HttpResponse response, RecordedResponse recorded)
    {
        response.StatusCode = recorded.Status;
        foreach (var (name, value) in recorded.Headers)
        {
            response.Headers[name] = value;
        }

        return recorded.Body.Length switch
        {
            0 => Task.CompletedTask,
            <= 4 * Piece => response.BodyWriter.WriteAsync(recorded.Body).AsTask(),
            _ => Stream(response, recorded.Body),
        };
    }

    private static async Task Stream(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        for (var sent = 0; sent < body.Length; sent += Piece)
        {
            await response.BodyWriter.WriteAsync(body.Slice(sent, Math.Min(Piece, body.Length - sent)));
        }
    }
}
