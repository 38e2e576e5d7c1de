using System.Net.Sockets;
using System.Text;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Api.Tests.Commands;

/// <summary>A service that is asked to stop finishes its answers, takes no further connections, and ends.</summary>
public sealed class StopTests : IDisposable
{
    /// <summary>So many that the sockets of both sides do not hold the list of all.</summary>
    private const int Claims = 6000;

    private const string LargeList = "GET /api/v1/claims?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private readonly TemporaryFolder _folder = new();

    public StopTests() => CatalogueGenerator.Write(Scale.Of(Claims), _folder.File("seed"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Answers_under_way_are_finished_and_new_connections_refused(string signal)
    {
        RequireUnix();
        using var served = await ServedCatalogue.StartOn(_folder.File("seed"));
        using var slow = await Ask(served, LargeList);
        using var posting = await Ask(
            served,
            "POST /api/v1/impact HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n["
        );
        using var idle = await Ask(served, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var begun = await ReadSome(slow);
        (await ReadSome(idle)).ShouldStartWith("HTTP/1.1 200");

        await served.Signal(signal);
        await served.Line(line => line.Contains("shutting down", StringComparison.Ordinal));
        await UntilRefused(served.Address);
        await posting.GetStream().WriteAsync("]"u8.ToArray(), Cancellation);
        var posted = await ReadAll(posting);
        var list = begun + await ReadAll(slow);

        posted.ShouldStartWith("HTTP/1.1 400");
        posted.ShouldContain("Connection: close");
        list.ShouldEndWith("\r\n0\r\n\r\n");
        list.Split("\"id\":\"claim-").Length.ShouldBeGreaterThan(Claims);
        (await ReadAll(idle)).ShouldBeEmpty();
        (await served.Exit()).ShouldBe(0);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task A_second_signal_ends_it_at_once(string signal, int exitCode)
    {
        RequireUnix();
        using var served = await ServedCatalogue.StartOn(_folder.File("seed"));
        using var slow = await Ask(served, LargeList);
        await ReadSome(slow);

        await served.Signal(signal);
        await served.Line(line => line.Contains("shutting down", StringComparison.Ordinal));
        await served.Signal(signal);

        (await served.Exit()).ShouldBe(exitCode);
        (await ReadUntilClosed(slow)).ShouldNotEndWith("\r\n0\r\n\r\n");
    }

    [Fact]
    public async Task Who_does_not_finish_reading_is_cut_off_when_the_time_is_over()
    {
        RequireUnix();
        using var served = await ServedCatalogue.StartOn(
            _folder.File("seed"),
            ("ASPNETCORE_shutdownTimeoutSeconds", "1")
        );
        using var slow = await Ask(served, LargeList);
        await ReadSome(slow);

        await served.Signal("TERM");

        (await served.Exit()).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    private static void RequireUnix() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process sends another.");

    private static async Task<TcpClient> Ask(ServedCatalogue served, string request)
    {
        var client = new TcpClient { ReceiveBufferSize = 32 * 1024 };
        await client.ConnectAsync(served.Address.Host, served.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        return client;
    }

    private static async Task<string> ReadSome(TcpClient client)
    {
        var bytes = new byte[4096];
        return Encoding.UTF8.GetString(bytes, 0, await client.GetStream().ReadAsync(bytes, Cancellation));
    }

    private static async Task<string> ReadUntilClosed(TcpClient client)
    {
        try
        {
            return await ReadAll(client);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private static async Task<string> ReadAll(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task UntilRefused(Uri server)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(server.Host, server.Port, Cancellation);
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                return;
            }
        }
    }
}
