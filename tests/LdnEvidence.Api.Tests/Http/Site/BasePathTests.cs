using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Http.Site;
using LdnEvidence.Api.Tests.Contract;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Site;

/// <summary>Below a path everything leads to addresses below it.</summary>
public sealed class BasePathTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("passes it on")]
    [InlineData("takes it away")]
    [InlineData("tells it")]
    public async Task Every_address_of_every_answer_leads_below_the_path(string proxy)
    {
        using var site = proxy switch
        {
            "passes it on" => BehindAProxy.ThatPassesThePathOn(),
            "takes it away" => BehindAProxy.ThatTakesThePathAway(),
            _ => BehindAProxy.ThatTellsThePath(),
        };
        var walk = new AddressWalk(site.Client, BehindAProxy.Path);
        string[] more =
        [
            "/",
            "/search?q=",
            "/claims",
            "/swagger",
            "/claims/no-such",
            "/api/v1/nowhere",
            "/api/v1/lookup/pmid/17222320",
            "/api/v1/lookup/pmid/1",
            "/api/v1/claims?limit=1&include=studies,conditions,mechanisms,outcomes",
            "/api/v1/claims?limit=2&fields=links.self,citations.study.link",
            "/api/v1/claims?format=ndjson&limit=3&fields=links",
            "/api/v1/claims/eff-hiv-cd4?format=jsonld",
            "/api/v1/claims/eff-hiv-cd4?fields=links.self",
            .. new[]
            {
                "claims",
                "conditions",
                "mechanisms",
                "outcomes",
                "studies",
                "evidence-levels",
                "releases",
            }.SelectMany(list => new[] { $"/api/v1/{list}?format=csv", $"/api/v1/{list}?format=ndjson" }),
            .. new[] { "bibtex", "ris", "csl-json", "vancouver" }.Select(format => $"/api/v1/studies?format={format}"),
            .. new[]
            {
                "conditions/crohns-disease",
                "mechanisms/natural-killer-cell-activation",
                "outcomes/cd4-count",
                "studies/smith-2007",
            }.Select(record => $"/api/v1/{record}?format=jsonld"),
        ];

        await walk.From([.. Endpoints.Addresses.Select(row => row.Data.Item2), .. more]);

        walk.Seen.Count.ShouldBeGreaterThan(300);
        foreach (
            var kind in new[]
            {
                "/api/v1/claims/",
                "/claims/",
                "/studies/",
                "/assets/site.css",
                "/swagger/",
                "/search?",
            }
        )
        {
            walk.Seen.ShouldContain(address => address.StartsWith(BehindAProxy.Path + kind), kind);
        }
    }

    [Fact]
    public async Task What_impact_look_ups_and_problems_say_leads_below_the_path()
    {
        using var site = BehindAProxy.ThatTellsThePath();
        using var body = new StringContent(
            """[{"claim":"eff-hiv-cd4","release":1}]""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await site.Client.PostAsync("/ldn/api/v1/impact", body, Cancellation);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        answer["items"]![0]!["link"]!.GetValue<string>().ShouldStartWith("/ldn/api/v1/claims/eff-hiv-cd4");

        const string lookup = "/ldn/api/v1/lookup/pmid/17222320";
        var found = await Answered.To(site.Client, lookup, null, ("Accept", "application/json"));
        JsonNode.Parse(found.Body)!["matches"]![0]!["url"]!
            .GetValue<string>()
            .ShouldBe("/ldn/api/v1/studies/smith-2007");

        using var missing = await site.Client.GetAsync("/ldn/api/v1/claims/no-such", Cancellation);
        var problem = JsonNode.Parse(await missing.Content.ReadAsStringAsync(Cancellation))!;
        problem["type"]!.GetValue<string>().ShouldBe("/ldn/problems/claim-not-found");
        problem["instance"]!.GetValue<string>().ShouldBe("/ldn/api/v1/claims/no-such");
    }

    [Fact]
    public async Task The_document_names_the_path_as_its_server()
    {
        using var site = BehindAProxy.ThatTellsThePath();
        var document = await site.Client.Get("/ldn/swagger/v1/swagger.json");

        document["servers"]!.AsArray().Single()!["url"]!.GetValue<string>().ShouldBe("/ldn/");
    }

    [Theory]
    [InlineData("/api/v1/claims/eff-hiv-cd4")]
    [InlineData("/api/v1/claims?limit=2")]
    [InlineData("/claims/eff-hiv-cd4")]
    public async Task The_path_is_part_of_the_tag_and_no_kept_answer_is_sent_below_another(string address)
    {
        using var app = new CatalogueApp();
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in new[] { "", "/ldn", "/other" })
        {
            for (var time = 0; time < 3; time++)
            {
                using var client = Below(app, path);
                var answer = await Answered.To(client, address);
                tags.Add(answer["ETag"]);
                Encoding.UTF8.GetString(answer.Body).ShouldContain($"\"{path}/claims/eff-");
            }
        }

        tags.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_release_file_is_the_same_everywhere_and_its_records_differ_by_the_path_alone()
    {
        using var site = BehindAProxy.ThatTellsThePath();
        using var app = new CatalogueApp();
        using var root = app.CreateClient();

        (await site.Client.GetByteArrayAsync("/ldn/api/v1/releases/1/download", Cancellation)).ShouldBe(
            await root.GetByteArrayAsync("/api/v1/releases/1/download", Cancellation)
        );
        (await site.Client.GetStringAsync("/ldn/api/v1/claims/eff-hiv-cd4", Cancellation))
            .Replace("\"/ldn/", "\"/", StringComparison.Ordinal)
            .ShouldBe(await root.GetStringAsync("/api/v1/claims/eff-hiv-cd4", Cancellation));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/a/../b")]
    [InlineData("/.")]
    [InlineData("/a//b")]
    [InlineData("/a b")]
    [InlineData("/a\"b")]
    [InlineData("/<script>")]
    [InlineData("/a%2f%2fb%22")]
    [InlineData("/é")]
    [InlineData("ldn")]
    [InlineData("/")]
    [InlineData("/?x")]
    public async Task A_prefix_that_is_no_plain_path_is_ignored(string prefix)
    {
        using var site = BehindAProxy.ThatTellsThePath(prefix);

        (await SelfOf(site)).ShouldBe("/api/v1/claims/eff-hiv-cd4");
    }

    [Theory]
    [InlineData("/a/b.c~d_e-f", "/a/b.c~d_e-f")]
    [InlineData("/ldn/", "/ldn")]
    public async Task A_plain_path_is_taken(string prefix, string path)
    {
        using var site = BehindAProxy.ThatTellsThePath(prefix);

        (await SelfOf(site)).ShouldBe($"{path}/api/v1/claims/eff-hiv-cd4");
    }

    [Fact]
    public async Task Nobody_else_is_believed_and_the_setting_holds()
    {
        using var stranger = BehindAProxy.ThatTellsThePath(from: "203.0.113.1");
        (await SelfOf(stranger)).ShouldBe("/api/v1/claims/eff-hiv-cd4");

        using var strangerBelow = BehindAProxy.ThatTellsThePath("/evil", from: "203.0.113.1", setting: "/ldn");
        (await SelfOf(strangerBelow)).ShouldBe("/ldn/api/v1/claims/eff-hiv-cd4");

        using var known = BehindAProxy.ThatTellsThePath("/told", setting: "/ldn");
        (await SelfOf(known)).ShouldBe("/told/api/v1/claims/eff-hiv-cd4");
    }

    [Theory]
    [InlineData("/ldn", true)]
    [InlineData("/a/b", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("/ldn/", false)]
    [InlineData("ldn", false)]
    [InlineData("//ldn", false)]
    [InlineData("/ldn\n", false)]
    public void A_base_path_is_plain(string path, bool isUsable) => BasePath.IsUsable(path).ShouldBe(isUsable);

    [Fact]
    public void A_base_path_is_not_too_long() => BasePath.IsUsable("/" + new string('a', 200)).ShouldBeFalse();

    private static HttpClient Below(CatalogueApp app, string path)
    {
        var client = app.CreateClient();
        return path.Length == 0
            ? client
            : new HttpClient(app.Server.CreateHandler(context => context.Request.PathBase = path))
            {
                BaseAddress = client.BaseAddress,
            };
    }

    private static async Task<string> SelfOf(BehindAProxy site)
    {
        using var response = await site.Client.GetAsync("/ldn/api/v1/claims/eff-hiv-cd4", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["links"]![
            "self"
        ]!.GetValue<string>();
    }
}
