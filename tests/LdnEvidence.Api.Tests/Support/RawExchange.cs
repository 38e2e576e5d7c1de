using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Bytes that are sent to the web server as they are, and what came back until it closed the connection.</summary>
internal static class RawExchange
{
    /// <summary>A server that says nothing for so long hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends text as Latin-1, so that every byte can be written, and reads until the server closes.</summary>
    /// <param name="server">Where it listens.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="endsSending">Whether the server learns that nothing more comes.</param>
    public static async Task<RawResponse> Send(Uri server, string request, bool endsSending = false)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        var stream = client.GetStream();
        using var received = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            if (endsSending)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(received, patience.Token);
        }
        catch (IOException)
        {
            // The server closed while something was still under way; what it said before counts.
        }

        return new RawResponse(Encoding.UTF8.GetString(received.ToArray()));
    }
}

/// <summary>Everything that the server sent.</summary>
internal sealed partial record RawResponse(string Text)
{
    /// <summary>0 where the server closed without a word.</summary>
    public int Status => Text.Length == 0 ? 0 : int.Parse(Text.Split(' ')[1], provider: null);

    public string Head => Text.Split("\r\n\r\n")[0];

    public int Responses => StatusLine.Count(Text);

    /// <summary>The value of a header; null where there is none.</summary>
    public string? Header(string name) =>
        Head.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 2)..];

    [GeneratedRegex(@"HTTP/1\.1 [0-9]{3} ")]
    private static partial Regex StatusLine { get; }

    public JsonNode Problem(string subject)
    {
        Header("Content-Type").ShouldBe("application/problem+json", $"{subject}: {Text}");
        var content = Text[(Head.Length + 4)..];
        if (Header("Content-Length") is { } length)
        {
            Encoding.UTF8.GetByteCount(content).ShouldBe(int.Parse(length, provider: null), subject);
        }

        // The web server frames what has no length in chunks; a problem is one of them.
        var problem = JsonNode.Parse(content[content.IndexOf('{')..(content.LastIndexOf('}') + 1)])!;
        problem["status"]!.GetValue<int>().ShouldBe(Status, subject);
        return problem;
    }
}
