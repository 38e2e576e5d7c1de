using System.Globalization;
using LdnEvidence.Api.Http.Requests;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Errors;

/// <summary>Bytes that reach the web server, sound and broken: it answers each, says what is wrong in a problem, and blames the caller for nothing else.</summary>
public sealed class RawRequestTests(ListeningApp app) : IClassFixture<ListeningApp>
{
    private const string End = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private const string Entry = """[{"claim":"test-claim","release":1}]""";

    private const string Post =
        "POST /api/v1/impact HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";

    private const string Chunked = Post + "Transfer-Encoding: chunked\r\n\r\n";

    private static readonly string Entries = Entry.Length.ToString("x", CultureInfo.InvariantCulture);

    private static readonly string Large = new('a', RequestSizes.MaxRequestLine);

    public static TheoryData<string, string, int, string?> Requests =>
        new()
        {
            { "a sound request", "GET /api/v1 HTTP/1.1" + End, 200, null },
            { "HTTP/1.0", "GET /api/v1 HTTP/1.0\r\nHost: localhost\r\n\r\n", 200, null },
            { "an absolute target", "GET http://localhost/api/v1 HTTP/1.1" + End, 200, null },
            { "an absolute target elsewhere", "GET http://evil.example/api/v1 HTTP/1.1" + End, 400, "invalid-request" },
            { "a target without a slash", "GET api/v1 HTTP/1.1" + End, 400, "invalid-request" },
            { "an authority as target", "GET localhost:80 HTTP/1.1" + End, 405, "method-not-allowed" },
            {
                "CONNECT",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n",
                405,
                "method-not-allowed"
            },
            { "a star as target", "GET * HTTP/1.1" + End, 405, "method-not-allowed" },
            { "OPTIONS of the server", "OPTIONS * HTTP/1.1" + End, 204, null },
            { "no Host", "GET /api/v1 HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "invalid-request" },
            { "two Hosts", "GET /api/v1 HTTP/1.1\r\nHost: localhost" + End, 400, "invalid-request" },
            { "a Host with a space", "GET /api/v1 HTTP/1.1\r\nHost: local host\r\n\r\n", 400, "invalid-request" },
            { "a method in small letters", "get /api/v1 HTTP/1.1" + End, 200, null },
            { "a method of its own", "BREW /api/v1 HTTP/1.1" + End, 405, "method-not-allowed" },
            { "a POST to the documentation", "POST /swagger HTTP/1.1" + End, 404, "address-not-found" },
            { "a POST below it", "POST /swagger/index.html HTTP/1.1" + End, 404, "address-not-found" },
            { "a method that is no token", "G(T /api/v1 HTTP/1.1" + End, 400, "invalid-request" },
            { "HTTP/0.9", "GET /api/v1\r\n\r\n", 400, "invalid-request" },
            { "HTTP/1.2", "GET /api/v1 HTTP/1.2" + End, 505, "http-version-not-supported" },
            { "HTTP/3.0", "GET /api/v1 HTTP/3.0" + End, 505, "http-version-not-supported" },
            { "no version", "GET /api/v1 HTTP" + End, 400, "invalid-request" },
            { "TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400, "invalid-request" },
            { "bytes at random", "\x00\xff\xfe\x07\r\n\r\n", 400, "invalid-request" },
            { "NUL in a path", "GET /api/v1/claims/a%00b HTTP/1.1" + End, 400, "invalid-request" },
            { "letters beyond ASCII in a path", "GET /api/v1/claims/caf\xe9 HTTP/1.1" + End, 400, "invalid-request" },
            {
                "letters beyond ASCII in a query",
                "GET /api/v1/claims?q=caf\xe9 HTTP/1.1" + End,
                400,
                "invalid-request"
            },
            { "escapes of no character in a path", "GET /api/v1/claims/%FF%FE HTTP/1.1" + End, 404, "claim-not-found" },
            { "half an escape in a path", "GET /api/v1/claims/%zz% HTTP/1.1" + End, 404, "claim-not-found" },
            { "steps up", "GET /../../etc/passwd HTTP/1.1" + End, 404, "address-not-found" },
            { "hidden steps up", "GET /api/v1/%2e%2e/%2e%2e/etc HTTP/1.1" + End, 404, "address-not-found" },
            { "a fragment", "GET /api/v1#x HTTP/1.1" + End, 404, "address-not-found" },
            { "a long path", $"GET /{Large[..60_000]} HTTP/1.1{End}", 404, "address-not-found" },
            { "a target that is too long", $"GET /{Large} HTTP/1.1{End}", 414, "address-too-long" },
            {
                "headers that are too long",
                $"GET /api/v1 HTTP/1.1\r\nX-A: {Large[..RequestSizes.MaxHeaders]}{End}",
                431,
                "headers-too-large"
            },
            {
                "too many headers",
                "GET /api/v1 HTTP/1.1\r\n"
                    + string.Concat(Enumerable.Repeat("X-A: 1\r\n", 70))
                    + "Host: localhost\r\n\r\n",
                431,
                "headers-too-large"
            },
            { "a folded header", "GET /api/v1 HTTP/1.1\r\nX-A: 1\r\n folded" + End, 400, "invalid-request" },
            { "a space before the colon", "GET /api/v1 HTTP/1.1\r\nX-A : 1" + End, 400, "invalid-request" },
            { "a header without a name", "GET /api/v1 HTTP/1.1\r\n: 1" + End, 400, "invalid-request" },
            { "a header without a colon", "GET /api/v1 HTTP/1.1\r\nX-A" + End, 400, "invalid-request" },
            { "NUL in a header", "GET /api/v1 HTTP/1.1\r\nX-A: \0" + End, 400, "invalid-request" },
            {
                "bytes that are no text in a header",
                "GET /api/v1 HTTP/1.1\r\nX-A: \xff\xfe" + End,
                400,
                "invalid-request"
            },
            { "a lone CR in a header", "GET /api/v1 HTTP/1.1\r\nX-A: 1\rX-B: 2" + End, 400, "invalid-request" },
            { "an upgrade", "GET /api/v1 HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c" + End, 200, null },
            {
                "a GET with a body",
                "GET /api/v1 HTTP/1.1\r\nContent-Length: 2\r\nHost: localhost\r\nConnection: close\r\n\r\n{}",
                200,
                null
            },
            { "chunks", $"{Chunked}{Entries}\r\n{Entry}\r\n0\r\n\r\n", 200, null },
            {
                "chunks with extensions and trailers",
                $"{Chunked}{Entries};a=b\r\n{Entry}\r\n0\r\nX-T: 1\r\n\r\n",
                200,
                null
            },
            { "a chunk of 2^64-1 bytes", $"{Chunked}FFFFFFFFFFFFFFFF\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk of 2^63-1 bytes", $"{Chunked}7FFFFFFFFFFFFFFF\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk of 2^32-1 bytes", $"{Chunked}FFFFFFFF\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk size that is no number", $"{Chunked}xyz\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk size below zero", $"{Chunked}-1\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk that is longer than it says", $"{Chunked}2\r\n{Entry}\r\n0\r\n\r\n", 400, "invalid-body" },
            { "a chunk size of too many digits", $"{Chunked}{new string('0', 100)}", 400, "invalid-body" },
            { "more bytes than announced", $"{Post}Content-Length: 2\r\n\r\n{Entry}", 400, "invalid-body" },
            { "no length", $"{Post}\r\n", 400, "invalid-body" },
            { "a length that is too large", $"{Post}Content-Length: 300000\r\n\r\n", 413, "body-too-large" },
            {
                "a length beyond all numbers",
                $"{Post}Content-Length: 99999999999999999999\r\n\r\n",
                400,
                "invalid-request"
            },
            { "a length below zero", $"{Post}Content-Length: -1\r\n\r\n", 400, "invalid-request" },
            { "two lengths", $"{Post}Content-Length: 36\r\nContent-Length: 2\r\n\r\n{Entry}", 400, "invalid-request" },
            { "two lengths in one", $"{Post}Content-Length: 36, 36\r\n\r\n{Entry}", 400, "invalid-request" },
            {
                "a coding that is not the last",
                $"{Post}Transfer-Encoding: chunked, identity\r\n\r\n{Entry}",
                400,
                "invalid-request"
            },
            {
                "a coding that nobody knows",
                $"{Post}Transfer-Encoding: xchunked\r\n\r\n{Entry}",
                400,
                "invalid-request"
            },
            { "an expectation", $"{Post}Expect: 100-continue\r\nContent-Length: 36\r\n\r\n{Entry}", 200, null },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Each_is_answered_and_the_log_has_nothing_of_it(
        string kind,
        string request,
        int status,
        string? code
    )
    {
        var response = await app.Send(request);

        response.Status.ShouldBe(status, $"{kind}: {response.Text}");
        if (code is not null)
        {
            response.Problem(kind)["type"]!.GetValue<string>().ShouldBe($"/problems/{code}");
            response.Header("X-Content-Type-Options").ShouldBe("nosniff", kind);
            response.Header("Content-Security-Policy").ShouldNotBeNull(kind);
            response.Header("X-Request-Id").ShouldNotBeNullOrEmpty(kind);
            response.Header("Cache-Control").ShouldBe("no-store", kind);
        }

        app.Alarms.ShouldBeEmpty(kind);
    }

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 0\r\nContent-Length: 40\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n")]
    public async Task A_request_hidden_in_another_is_not_answered(string framing)
    {
        var response = await app.Send(
            $"POST /api/v1/impact HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{framing}GET /api/v1/hidden HTTP/1.1{End}"
        );

        response.Status.ShouldBeInRange(400, 499, response.Text);
        response.Responses.ShouldBe(1, response.Text);
        response.Text.ShouldNotContain("hidden");
    }

    /// <summary>Who has stopped sending may have stopped reading too: the server may close without a word.</summary>
    [Theory]
    [InlineData("GET /api/v1 HTT")]
    [InlineData("GET /api/v1 HTTP/1.1\r\nHost: loc")]
    [InlineData($"{Post}Content-Length: 99\r\n\r\n{Entry}")]
    [InlineData($"{Chunked}24\r\n{Entry}\r\n")]
    [InlineData($"{Chunked}7FFFFFFF\r\n{Entry}")]
    [InlineData($"{Chunked}24")]
    public async Task A_request_that_breaks_off_alarms_nobody(string request)
    {
        var response = await app.Send(request, endsSending: true);

        response.Status.ShouldBeOneOf(0, 400);
        app.Alarms.ShouldBeEmpty(request);
    }

    [Fact]
    public async Task Requests_in_a_row_are_answered_one_after_the_other()
    {
        var response = await app.Send(
            "GET /api/v1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\nBREW"
                + $" /api/v1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/9.9{End}"
        );

        response.Responses.ShouldBe(4, response.Text);
        response.Text.ShouldContain("/problems/http-version-not-supported");
    }

    [Fact]
    public async Task Who_sends_slowly_is_asked_to_send_again()
    {
        using var impatient = new ListeningApp(services =>
            services.PostConfigure<KestrelServerOptions>(server =>
            {
                server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
                server.Limits.MinRequestBodyDataRate = new MinDataRate(1000, TimeSpan.FromSeconds(1.5));
            })
        );

        foreach (var begun in new[] { "GET /api/v1 HTTP/1.1\r\nHost: loc", $"{Post}Content-Length: 36\r\n\r\n[" })
        {
            var response = await impatient.Send(begun);

            response.Status.ShouldBe(408, response.Text);
            response.Problem(begun)["type"]!.GetValue<string>().ShouldBe("/problems/request-timeout");
        }
    }
}
