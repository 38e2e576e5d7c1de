using System.Net;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Http.Limits;

/// <summary>The service answers only under its own names, since pages print the one by which they were called.</summary>
public sealed class AllowedHostsTests
{
    private const string Evil = "evil.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "localhost;127.0.0.1;[::1]")]
    [InlineData(null, "http://0.0.0.0:80;http://*:81;http://+:82;http://[::]:83", "localhost;127.0.0.1;[::1]")]
    [InlineData(
        null,
        "http://evidence.example:8080;http://10.0.0.7",
        "localhost;127.0.0.1;[::1];evidence.example;10.0.0.7"
    )]
    [InlineData("", "", "localhost;127.0.0.1;[::1]")]
    [InlineData("evidence.example; *.clinic.example;", "http://10.0.0.7", "evidence.example;*.clinic.example")]
    [InlineData("*", null, "*")]
    public void Names_are_those_of_the_setting_or_those_of_the_machine(string? setting, string? urls, string names) =>
        string.Join(';', AllowedHosts.From(setting, urls)).ShouldBe(names);

    [Theory]
    [InlineData("https://evidence.example")]
    [InlineData("evidence.example:443")]
    [InlineData("evidence.example/ldn")]
    [InlineData("evidence.*")]
    [InlineData("a b")]
    public void A_name_that_could_never_match_is_refused_with_what_is_right(string name) =>
        Should
            .Throw<OptionsValidationException>(() => AllowedHosts.From($"localhost;{name}", null))
            .Message.ShouldStartWith($"AllowedHosts has '{name}', which is no host. Write names as evidence.example");

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData(Evil, HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("evil.localhost", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Without_a_setting_it_is_known_by_the_names_of_the_machine(string host, HttpStatusCode status)
    {
        using var app = new CatalogueApp(SeedFiles.Minimal().Save());

        foreach (var address in new[] { "/api/v1/claims", "/claims/test-claim", "/swagger/index.html", "/nowhere" })
        {
            using var answer = await Call(app, host, address);
            answer.StatusCode.ShouldBe(
                address == "/nowhere" && status == HttpStatusCode.OK ? HttpStatusCode.NotFound : status,
                address
            );
            if (status != HttpStatusCode.OK)
            {
                await answer.ShouldBeProblem(status, "unknown-host", address);
            }
        }
    }

    [Fact]
    public async Task The_page_that_refuses_a_name_quotes_it_and_uses_it_nowhere()
    {
        using var app = new CatalogueApp(SeedFiles.Minimal().Save());
        using var answer = await Call(app, Evil, "/claims/test-claim", "text/html");
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.ShouldContain($"not known as &#x27;{Evil}&#x27;");
        page.ShouldNotContain($"//{Evil}");
    }

    [Fact]
    public async Task A_probe_may_call_it_by_any_name()
    {
        using var app = new CatalogueApp(SeedFiles.Minimal().Save());
        using var answer = await Call(app, "10.1.2.3:8080", "/health/ready");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("evidence.example", HttpStatusCode.OK)]
    [InlineData("north.clinic.example", HttpStatusCode.OK)]
    [InlineData("clinic.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.BadRequest)]
    public async Task The_setting_replaces_the_names_of_the_machine(string host, HttpStatusCode status)
    {
        using var app = new CatalogueApp(SeedFiles.Minimal().Save())
        {
            AllowedHosts = "evidence.example;*.clinic.example",
        };
        using var answer = await Call(app, host, "/api/v1/claims");

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("192.0.2.1", "evidence.example", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", Evil, HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.9", "evidence.example", HttpStatusCode.BadRequest)]
    public async Task The_name_is_taken_from_a_trusted_proxy_alone(
        string caller,
        string forwarded,
        HttpStatusCode status
    )
    {
        using var app = new CatalogueApp(SeedFiles.Minimal().Save())
        {
            AllowedHosts = "evidence.example",
            Settings = services =>
                Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<TrustedProxyOptions>(
                    services,
                    options => options.KnownProxies = ["192.0.2.1"]
                ),
        };
        var answer = await app.Server.SendAsync(
            context =>
            {
                context.Request.Path = "/claims/test-claim";
                context.Request.Host = new("backend.internal:5080");
                context.Connection.RemoteIpAddress = IPAddress.Parse(caller);
                context.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
                context.Request.Headers["X-Forwarded-Host"] = forwarded;
            },
            Cancellation
        );
        using var body = new StreamReader(answer.Response.Body);
        var page = await body.ReadToEndAsync(Cancellation);

        ((HttpStatusCode)answer.Response.StatusCode).ShouldBe(status);
        page.Contains($"//{forwarded}/claims/test-claim", StringComparison.Ordinal)
            .ShouldBe(status == HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> Call(
        CatalogueApp app,
        string host,
        string address,
        string? accept = null
    )
    {
        var context = await app.Server.SendAsync(
            context =>
            {
                context.Request.Path = address;
                context.Request.Host = new(host);
                context.Request.Headers.Accept = accept;
            },
            Cancellation
        );
        var answer = new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode)
        {
            Content = new StreamContent(context.Response.Body),
        };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", context.Response.ContentType);
        return answer;
    }
}
