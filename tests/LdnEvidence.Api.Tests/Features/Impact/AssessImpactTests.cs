using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Impact;

/// <summary>What an app learns of the claims that it displays, and what it may send.</summary>
public sealed class AssessImpactTests : IAsyncLifetime
{
    private const string Address = "/api/v1/impact";

    private static readonly string[] Claims =
    [
        "raised",
        "lowered",
        "reworded",
        "contradicted",
        "gone",
        "changed",
        "same",
    ];

    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public AssessImpactTests()
    {
        _seed.Studies.Add(Given.AStudy("other-2021", design: "case-series"));
        foreach (var id in Claims)
        {
            _seed.Claims.Add(
                Given.AClaim(
                    id,
                    conditions: ["test-disease"],
                    citations: [Given.ACitation("other-2021", id != "raised")]
                )
            );
        }

        _app = CatalogueApp.On(_seed);
        _client = _app.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (await _client.Get("/api/v1/releases"))["total"]!.GetValue<int>().ShouldBe(1);
        Given.Stand(_seed.Studies[0]!, "retracted");
        Claim("raised")["citations"]![0]!["reportsOutcome"] = true;
        Claim("lowered")["citations"]![0]!["reportsOutcome"] = false;
        Claim("reworded")["statement"] = "LDN is said to do another thing.";
        Given.Judge(Claim("contradicted"), isContradicted: true);
        Claim("changed")["citations"]![0]!["note"] = "It reports that.";
        _seed.Claims.Remove(Claim("gone"));
        (await _app.Publish()).Number.ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _seed.Dispose();
    }

    [Fact]
    public async Task Each_claim_is_told_what_matters_most()
    {
        var sent = ((string[])["test-claim", .. Claims, "never"]).Select(id => new JsonObject
        {
            ["claim"] = id,
            ["release"] = 1,
        });

        using var response = await Post(new JsonArray([.. sent]).ToJsonString());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.ToString().ShouldBe("no-store");
        response.Headers.ETag.ShouldBeNull();
        answer["release"]!.GetValue<int>().ShouldBe(2);
        answer["items"]!
            .AsArray()
            .Select(item => $"{item!["claim"]}: {item["impact"]}")
            .ShouldBe([
                "test-claim: retracted",
                "raised: raised",
                "lowered: lowered",
                "reworded: reworded",
                "contradicted: contradicted",
                "gone: gone",
                "changed: changed",
                "same: unchanged",
                "never: unknown",
            ]);
        var retracted = answer["items"]![0]!;
        retracted["level"]!.ToJsonString().ShouldBe("""{"then":"pilot-trial","now":"anecdotal"}""");
        retracted["retracted"]!.ToJsonString().ShouldBe("""["tester-2020"]""");
        (await _client.Get(retracted["link"]!.GetValue<string>()))["id"]!.GetValue<string>().ShouldBe("test-claim");
    }

    [Fact]
    public async Task A_release_can_be_named_to_compare_with()
    {
        using var response = await Post(
            """[{"claim":"gone","release":2},{"claim":"gone","release":1}]""",
            "?release=1"
        );

        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["items"]!
            .AsArray()
            .Select(item => item!["impact"]!.GetValue<string>())
            .ShouldBe(["unknown", "unchanged"]);
        using var missing = await Post("""[{"claim":"gone","release":1}]""", "?release=9");
        await missing.ShouldBeProblem(HttpStatusCode.NotFound, "release-not-found", "release=9");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[{", "")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("[1]", "/0")]
    [InlineData("[{}]", "/0/claim /0/release")]
    [InlineData("""[{"claim":"a","release":1},{"claim":7,"release":"1"}]""", "/1/claim /1/release")]
    [InlineData("""[{"claim":"A b","release":1}]""", "/0/claim")]
    [InlineData("""[{"claim":"a","release":1.5}]""", "/0/release")]
    [InlineData("""[{"claim":"a","release":99}]""", "/0/release")]
    [InlineData("""[{"claim":"a","release":1,"colour":"red"}]""", "/0")]
    [InlineData("""[{"claim":"a","claim":"b","release":1}]""", "/0/claim")]
    public async Task What_is_wrong_with_a_body_is_named_by_pointers(string body, string pointers)
    {
        using var response = await Post(body);

        await response.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-body", body);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        problem["errors"]!.AsObject().Select(fault => fault.Key).Order().ShouldBe(pointers.Split(' '));
    }

    [Fact]
    public async Task A_thousand_are_answered_and_more_are_refused()
    {
        var entry = """{"claim":"same","release":1}""";
        using var most = await Post($"[{string.Join(',', Enumerable.Repeat(entry, 1000))}]");
        using var more = await Post($"[{string.Join(',', Enumerable.Repeat(entry, 1001))}]");
        using var large = await Post(new string(' ', (256 * 1024) + 1));

        most.StatusCode.ShouldBe(HttpStatusCode.OK);
        await more.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-body", "1001");
        await large.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large", "large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_type_is_not_read(string? type)
    {
        using var content = new ByteArrayContent("[]"u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await _client.PostAsync(Address, content, Cancellation);

        await response.ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type", type ?? "none");
    }

    [Fact]
    public async Task It_is_posted_and_any_page_may_post()
    {
        using var get = await _client.GetAsync(Address, Cancellation);
        await get.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed", "GET");
        get.Content.Headers.Allow.Order().ShouldBe(["OPTIONS", "POST"]);
        using var options = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Options, Address), Cancellation);
        options.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        options.Content.Headers.Allow.Order().ShouldBe(["OPTIONS", "POST"]);

        using var preflight = new HttpRequestMessage(HttpMethod.Options, Address);
        preflight.Headers.Add("Origin", "https://clinic.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var allowed = await _client.SendAsync(preflight, Cancellation);
        allowed.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldContain("POST");
    }

    private JsonNode Claim(string id) => _seed.Claims.Single(claim => claim!["id"]!.GetValue<string>() == id)!;

    private Task<HttpResponseMessage> Post(string body, string query = "") =>
        _client.PostAsync(Address + query, new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
}
