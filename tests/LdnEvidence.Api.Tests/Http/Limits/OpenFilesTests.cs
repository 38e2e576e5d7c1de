using System.Net;
using System.Net.Sockets;
using CsCheck;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Limits;

/// <summary>A process that may open few files serves fewer connections, and says so.</summary>
public sealed class OpenFilesTests
{
    private const int Few = OpenFiles.Reserved + 48;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             1024                 524288               processes ", null)]
    public void The_limit_is_the_one_that_holds_now(string line, int? limit) =>
        OpenFiles
            .Find(["Limit                     Soft Limit           Hard Limit           Units", line])
            .ShouldBe(limit);

    [Fact]
    public void Connections_leave_the_process_the_files_that_it_needs()
    {
        OpenFiles.Connections(null, wanted: 4096).ShouldBe(4096);
        Gen.Int[OpenFiles.Min, 20_000]
            .Sample(limit =>
            {
                var connections = OpenFiles.Connections(limit, wanted: 4096);
                return connections is > 0 and <= 4096
                    && connections + OpenFiles.Reserved <= limit
                    && (connections == 4096 || connections + OpenFiles.Reserved == limit);
            });
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("publish")]
    public async Task Too_few_files_for_the_process_itself_end_it_with_a_reason(string command)
    {
        RequireUnix();
        using var folder = new TemporaryFolder();

        var (exitCode, _, errors) = await Executable.Finish(
            Executable.StartWithFiles(OpenFiles.Min - 1, folder.Path, command)
        );

        exitCode.ShouldBe(1);
        errors.ShouldStartWith(
            $"This process may have only {OpenFiles.Min - 1} files open at once and needs {OpenFiles.Min}."
        );
        errors.ShouldNotContain("   at ");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_connections_than_files_leave_the_service_up()
    {
        RequireUnix();
        using var served = await ServedCatalogue.StartWithFiles(Few);
        (
            await served.Line(line => line.Contains("connections are served at once", StringComparison.Ordinal))
        ).ShouldContain("Only 48 connections are served at once instead of 4096");
        await VisitEverything(served.Client);
        OpenFilesOf(served)
            .Count(file => !file.StartsWith("socket:", StringComparison.Ordinal))
            .ShouldBeLessThan(OpenFiles.Reserved);

        var crowd = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Connect(served.Address)));
        var first = await AnyAnswer(crowd);
        OpenFilesOf(served).Count.ShouldBeLessThanOrEqualTo(Few);
        Array.ForEach(crowd, client => client.Dispose());

        first.ShouldStartWith("HTTP/1.1 200");
        (await served.Client.Get("/api/v1/claims?limit=1"))["total"]!.GetValue<int>().ShouldBe(67);
    }

    private static void RequireUnix() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits of open files are read where Linux writes them.");

    /// <summary>Loads what the service loads only when it is first needed.</summary>
    private static async Task VisitEverything(HttpClient client)
    {
        foreach (
            var address in new[]
            {
                "/",
                "/search?q=pain",
                "/claims/eff-hiv-cd4",
                "/swagger/index.html",
                "/swagger/v1/swagger.json",
                "/api/v1/search?q=pain",
                "/api/v1/claims?format=csv",
                "/api/v1/studies?format=bibtex",
                "/api/v1/releases/1/download",
                "/health/ready",
            }
        )
        {
            using var response = await client.GetAsync(address, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    private static async Task<TcpClient> Connect(Uri server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, Cancellation);
        await client
            .GetStream()
            .WriteAsync("GET /api/v1/conditions HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancellation);
        return client;
    }

    private static async Task<string> AnyAnswer(TcpClient[] crowd)
    {
        var reads = crowd.Select(async client =>
        {
            var bytes = new byte[64];
            var length = await client.GetStream().ReadAsync(bytes, Cancellation);
            return System.Text.Encoding.ASCII.GetString(bytes, 0, length);
        });
        return await await Task.WhenAny(reads);
    }

    private static List<string> OpenFilesOf(ServedCatalogue served) =>
        [
            .. new DirectoryInfo($"/proc/{served.ProcessId}/fd")
                .EnumerateFileSystemInfos()
                .Select(file => file.LinkTarget ?? string.Empty),
        ];
}
