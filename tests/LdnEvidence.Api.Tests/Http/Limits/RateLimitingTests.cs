using System.Net;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Limits;

public sealed class RateLimitingTests
{
    private static readonly IPAddress Caller = IPAddress.Parse("192.0.2.1");

    [Fact]
    public async Task Who_has_used_up_its_quota_is_refused_with_a_problem_that_says_when_to_return()
    {
        using var app = WithQuota(burst: 3);
        using var client = app.CreateClient();

        using var refused = await Exhaust(client, HttpMethod.Get);

        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests", "/api/v1/claims");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBe(1);
        refused.Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=0;t=1"]);
        refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"default\";q=3;w=3"]);
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        refused.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        refused.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        refused.Headers.GetValues("X-Request-Id").Single().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("POST")]
    public async Task Every_method_counts(string method)
    {
        using var app = WithQuota(burst: 1);
        using var client = app.CreateClient();

        using var refused = await Exhaust(client, new HttpMethod(method));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_preflight_costs_nothing_is_answered_when_the_quota_is_spent_and_may_be_remembered()
    {
        using var app = WithQuota(burst: 2);
        using var client = app.CreateClient();
        for (var time = 0; time < 9; time++)
        {
            using var early = await Preflight(client);
            early.IsSuccessStatusCode.ShouldBeTrue();
        }

        using var answer = await client.GetAsync("/api/v1", TestContext.Current.CancellationToken);
        answer.Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=1;t=1"]);
        using var refused = await Exhaust(client, HttpMethod.Get);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        using var late = await Preflight(client);
        late.IsSuccessStatusCode.ShouldBeTrue();
        late.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        late.Headers.GetValues("Access-Control-Max-Age").ShouldBe(["86400"]);

        static async Task<HttpResponseMessage> Preflight(HttpClient client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/impact");
            request.Headers.Add("Origin", "https://clinic.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "content-type");
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("/api/v1/claims/test-claim")]
    [InlineData("/claims/test-claim")]
    public async Task A_304_costs_nothing_and_a_condition_that_does_not_hold_costs_as_much_as_none(string address)
    {
        using var app = WithQuota(burst: 5);
        using var client = app.CreateClient();
        using var first = await client.GetAsync(address, TestContext.Current.CancellationToken);
        for (var time = 0; time < 20; time++)
        {
            using var held = await Conditional(first.Headers.ETag!.Tag);
            held.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            held.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"default\";q=5;w=5"]);
        }

        var refusals = 0;
        for (var time = 0; time < 20; time++)
        {
            using var other = await Conditional("\"another\"");
            refusals += other.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        refusals.ShouldBeGreaterThan(0);

        async Task<HttpResponseMessage> Conditional(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_may_read_the_refusal()
    {
        using var app = WithQuota(burst: 1);
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "https://clinic.example");

        using var refused = await Exhaust(client, HttpMethod.Get);

        refused.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        refused.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("Retry-After");
    }

    [Fact]
    public async Task An_answer_says_what_is_left()
    {
        using var app = WithQuota(burst: 100);
        using var client = app.CreateClient();

        using var answer = await client.GetAsync("/api/v1", TestContext.Current.CancellationToken);

        answer.Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=99;t=1"]);
        answer.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"default\";q=100;w=100"]);
    }

    [Fact]
    public async Task Each_address_has_a_quota_of_its_own()
    {
        using var app = WithQuota(burst: 2);
        (await Refusals(app, _ => (Caller, null))).ShouldBeGreaterThan(0);

        var other = Others(Caller).First();

        (await Ask(app, other, null)).ShouldBe(StatusCodes.Status200OK);
    }

    [Fact]
    public async Task A_probe_is_answered_when_callers_at_its_address_have_used_up_theirs()
    {
        using var app = WithQuota(burst: 1);
        using var client = app.CreateClient();
        using var refused = await Exhaust(client, HttpMethod.Get);

        await client.Get("/health/ready");
    }

    [Fact]
    public async Task Without_a_quota_nothing_is_counted()
    {
        using var app = new CatalogueApp
        {
            Settings = services =>
                services.Configure<RateLimitingOptions>(quota =>
                    (quota.Enabled, quota.Burst, quota.PerSecond) = (false, 1, 1)
                ),
        };
        using var client = app.CreateClient();

        for (var i = 0; i < 10; i++)
        {
            using var answer = await client.GetAsync("/api/v1", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.Contains("RateLimit").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task What_a_caller_says_of_its_address_is_not_believed()
    {
        using var app = WithQuota(burst: 3);

        (await Refusals(app, i => (Caller, $"198.51.100.{i}"))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_a_trusted_proxy_says_of_the_callers_address_is_believed()
    {
        using var app = WithQuota(burst: 3, proxies => proxies.KnownProxies = [Caller.ToString()]);

        (await Refusals(app, i => (Caller, $"198.51.100.{i}"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_network_of_proxies_can_be_trusted_and_only_the_last_of_what_they_say()
    {
        using var app = WithQuota(burst: 3, proxies => proxies.KnownNetworks = ["192.0.2.0/24"]);

        (await Refusals(app, i => (Caller, $"198.51.100.{i}"))).ShouldBe(0);
        (await Refusals(app, i => (Caller, $"198.51.100.{i}, 203.0.113.1"))).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(true, "https://127.0.0.1")]
    [InlineData(false, "http://127.0.0.1")]
    public async Task A_page_takes_the_scheme_that_it_prints_from_a_trusted_proxy_alone(bool isTrusted, string site)
    {
        using var app = WithQuota(burst: 9, proxies => proxies.KnownProxies = isTrusted ? [Caller.ToString()] : []);
        var answer = await app.Server.SendAsync(
            context =>
            {
                context.Request.Path = "/claims/test-claim";
                context.Request.Host = new HostString("127.0.0.1");
                context.Connection.RemoteIpAddress = Caller;
                context.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
                context.Request.Headers["X-Forwarded-Proto"] = "https";
            },
            TestContext.Current.CancellationToken
        );
        using var body = new StreamReader(answer.Response.Body);

        (await body.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(
            $"{site}/claims/test-claim?release=1"
        );
    }

    private static CatalogueApp WithQuota(int burst, Action<TrustedProxyOptions>? proxies = null) =>
        new(SeedFiles.Minimal().Save())
        {
            Settings = services =>
            {
                services.Configure<RateLimitingOptions>(quota => (quota.Burst, quota.PerSecond) = (burst, 1));
                services.Configure<TrustedProxyOptions>(options => proxies?.Invoke(options));
            },
        };

    /// <summary>Asks until it is refused; one request a second comes back to the quota, and many more are sent.</summary>
    private static async Task<HttpResponseMessage> Exhaust(HttpClient client, HttpMethod method)
    {
        for (var i = 0; ; i++)
        {
            using var request = new HttpRequestMessage(method, "/api/v1/claims");
            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests || i == 200)
            {
                return answer;
            }

            answer.Dispose();
        }
    }

    /// <summary>Sends many requests, each from an address and with an X-Forwarded-For of its own, and counts the refusals.</summary>
    private static async Task<int> Refusals(CatalogueApp app, Func<int, (IPAddress From, string? ForwardedFor)> request)
    {
        var refusals = 0;
        for (var i = 1; i <= 60; i++)
        {
            var (from, forwardedFor) = request(i);
            refusals += await Ask(app, from, forwardedFor) == StatusCodes.Status429TooManyRequests ? 1 : 0;
        }

        return refusals;
    }

    private static async Task<int> Ask(CatalogueApp app, IPAddress from, string? forwardedFor)
    {
        var context = await app.Server.SendAsync(
            context =>
            {
                context.Request.Path = "/api/v1";
                context.Connection.RemoteIpAddress = from;
                if (forwardedFor is not null)
                {
                    context.Request.Headers["X-Forwarded-For"] = forwardedFor;
                }
            },
            TestContext.Current.CancellationToken
        );
        return context.Response.StatusCode;
    }

    /// <summary>Addresses that do not happen to share a quota with this one.</summary>
    private static IEnumerable<IPAddress> Others(IPAddress address) =>
        Enumerable
            .Range(1, 250)
            .Select(i => IPAddress.Parse($"203.0.113.{i}"))
            .Where(other => ClientPartition.Of(other) != ClientPartition.Of(address));
}
