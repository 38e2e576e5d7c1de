using System.Net;
using System.Net.Sockets;
using System.Text;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Http.Requests;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Http.Limits;

/// <summary>What the real web server refuses before the service sees it.</summary>
public sealed class ServerLimitsTests : IDisposable
{
    private readonly CatalogueApp _app = new();
    private readonly Uri _address;

    public ServerLimitsTests()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        _address = new Uri(
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
    }

    [Fact]
    public async Task Headers_that_fit_are_read() =>
        (await Send($"GET /api/v1 HTTP/1.1\r\nX-A: {new string('a', 15_000)}")).ShouldStartWith("HTTP/1.1 200");

    [Fact]
    public async Task Headers_that_are_too_long_are_refused() =>
        (await Send($"GET /api/v1 HTTP/1.1\r\nX-A: {new string('a', RequestSizes.MaxHeaders)}")).ShouldStartWith(
            "HTTP/1.1 431"
        );

    [Fact]
    public async Task Too_many_headers_are_refused() =>
        (
            await Send(
                $"GET /api/v1 HTTP/1.1\r\n{string.Join("\r\n", Enumerable.Range(0, RequestSizes.MaxHeaderCount).Select(i => $"X-{i}: 1"))}"
            )
        ).ShouldStartWith("HTTP/1.1 431");

    [Fact]
    public async Task A_long_query_is_answered_with_a_problem_and_a_longer_request_line_is_refused()
    {
        var problem = await Send($"GET /api/v1/claims?condition={new string('a', 60_000)} HTTP/1.1");
        problem.ShouldStartWith("HTTP/1.1 400");
        problem.ShouldContain("application/problem+json");

        (
            await Send($"GET /api/v1/claims?condition={new string('a', RequestSizes.MaxRequestLine)} HTTP/1.1")
        ).ShouldStartWith("HTTP/1.1 414");
    }

    [Fact]
    public async Task A_head_request_over_the_quota_is_refused_without_a_body()
    {
        using var app = new CatalogueApp
        {
            Settings = services =>
                services.Configure<RateLimitingOptions>(quota => (quota.Burst, quota.PerSecond) = (1, 1)),
        };
        app.UseKestrel(0);
        using var client = app.CreateClient();
        var answer = HttpStatusCode.OK;
        for (var i = 0; i < 200 && answer == HttpStatusCode.OK; i++)
        {
            using var response = await client.SendAsync(
                new HttpRequestMessage(HttpMethod.Head, "/api/v1"),
                TestContext.Current.CancellationToken
            );
            answer = response.StatusCode;
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        answer.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public void Who_sends_or_reads_too_slowly_is_dropped()
    {
        var limits = _app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        ServerLimits.Connections.ShouldBe(4096);
        limits.MaxRequestBodySize.ShouldBe(256 * 1024);
        limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        limits.KeepAliveTimeout.ShouldBe(TimeSpan.FromSeconds(75));
        foreach (var rate in new[] { limits.MinResponseDataRate, limits.MinRequestBodyDataRate })
        {
            (rate!.BytesPerSecond, rate.GracePeriod).ShouldBe((2048, TimeSpan.FromSeconds(10)));
        }
    }

    public void Dispose() => _app.Dispose();

    private async Task<string> Send(string request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var connection = new TcpClient();
        await connection.ConnectAsync(_address.Host, _address.Port, cancellation);
        var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
            cancellation
        );
        var answer = new byte[4096];
        var length = await stream.ReadAtLeastAsync(answer, 200, throwOnEndOfStream: false, cancellation);
        return Encoding.ASCII.GetString(answer, 0, length);
    }
}
