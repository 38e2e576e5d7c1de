using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Pages;

public sealed class RecordPagesTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_shows_what_to_say_of_it_its_level_and_both_hops()
    {
        var claim = await catalogue.Client.Get("/api/v1/claims/eff-hiv-cd4");
        var page = await catalogue.Client.Page("/claims/eff-hiv-cd4");

        page.QuerySelector("h1")!.Line().ShouldBe(claim["display"]!["text"]!.GetValue<string>());
        page.QuerySelector(".caveat")!.Line().ShouldBe(claim["display"]!["caveat"]!.GetValue<string>());
        var trace = page.QuerySelector(".trace")!.Line();
        trace.ShouldContain("Single cohort study");
        trace.ShouldContain("Counts:");
        trace.ShouldContain("L1");
        trace.ShouldContain("Pilot trial");
        var hops = page.QuerySelectorAll(".hops > li").Select(hop => hop.Line()).ToList();
        hops.Count.ShouldBe(2);
        hops[0].ShouldContain(claim["fidelity"]!["toSource"]!["reason"]!.GetValue<string>());
        hops[1].ShouldContain(claim["fidelity"]!["toDocument"]!["reason"]!.GetValue<string>());
        page.QuerySelectorAll(".tags li").Length.ShouldBe(claim["display"]!["mustNotSay"]!.AsArray().Count);
        JsonNode.DeepEquals(JsonNode.Parse(page.QuerySelector("details code")!.TextContent), claim).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_claim_whose_subject_is_no_effect_no_level_is_shown()
    {
        var claims = (await catalogue.Client.Get("/api/v1/claims?limit=100&kind=regulatory"))["items"]!.AsArray();
        var id = claims.First(claim => !claim!["levelIsMeaningful"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        var page = await catalogue.Client.Page($"/claims/{id}");

        page.QuerySelectorAll(".badge.level")
            .ShouldAllBe(badge => badge.Line() == "Not an effect, so no level to show");
    }

    [Theory]
    [InlineData("/claims/eff-hiv-cd4", "/api/v1/claims/eff-hiv-cd4?format=jsonld")]
    [InlineData("/studies/smith-2007", "/api/v1/studies/smith-2007?format=jsonld")]
    [InlineData("/conditions/crohns-disease", "/api/v1/conditions/crohns-disease?format=jsonld")]
    public async Task A_page_carries_the_JSON_LD_of_its_record(string address, string data)
    {
        var embedded = (await catalogue.Client.Page(address)).QuerySelector("script[type='application/ld+json']")!;

        JsonNode.DeepEquals(JsonNode.Parse(embedded.TextContent), await catalogue.Client.Get(data)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_study_can_be_saved_with_its_identifiers()
    {
        var page = await catalogue.Client.Page("/studies/smith-2007");
        var tags = page.QuerySelectorAll("meta[name^=citation_]")
            .Select(tag => (tag.GetAttribute("name"), tag.GetAttribute("content")))
            .ToList();

        tags.ShouldContain(("citation_title", "Low-dose naltrexone therapy improves active Crohn's disease"));
        tags.Where(tag => tag.Item1 == "citation_author").Select(tag => tag.Item2).First().ShouldBe("Smith, Jill P.");
        tags.Count(tag => tag.Item1 == "citation_author").ShouldBe(6);
        tags.ShouldContain(("citation_publication_date", "2007"));
        tags.ShouldContain(("citation_journal_title", "American Journal of Gastroenterology"));
        tags.ShouldContain(("citation_volume", "102"));
        tags.ShouldContain(("citation_issue", "4"));
        tags.ShouldContain(("citation_firstpage", "820"));
        tags.ShouldContain(("citation_lastpage", "828"));
        tags.ShouldContain(("citation_doi", "10.1111/j.1572-0241.2007.01045.x"));
        tags.ShouldContain(("citation_pmid", "17222320"));
    }

    [Theory]
    [InlineData("smith-2007")]
    [InlineData("younger-2014")]
    [InlineData("traore-2011")]
    public async Task A_study_tells_the_claims_that_it_counts_for_from_those_that_only_cite_it(string study)
    {
        var claims = (await catalogue.Client.Get($"/api/v1/studies/{study}/claims?limit=100"))["items"]!.AsArray();
        var counted = claims.Count(claim =>
            claim!["levelTrace"]!["countedStudies"]!.AsArray().Any(id => id!.GetValue<string>() == study)
        );
        var page = await catalogue.Client.Page($"/studies/{study}");
        var sections = page.QuerySelectorAll("section.claims").ToList();

        sections
            .Select(section => section.QuerySelectorAll("article").Length)
            .ShouldBe([counted, claims.Count - counted]);
        sections[0].QuerySelector("h2")!.Line().ShouldBe($"Claims that it counts for {counted}");
    }

    [Fact]
    public async Task A_condition_says_what_is_missing()
    {
        var condition = await catalogue.Client.Get("/api/v1/conditions/rheumatoid-arthritis");
        var page = await catalogue.Client.Page("/conditions/rheumatoid-arthritis");

        page.QuerySelector(".missing")!
            .Line()
            .ShouldContain(condition["absences"]![0]!["statement"]!.GetValue<string>());
        page.QuerySelectorAll("article.claim").Length.ShouldBe(condition["claimCounts"]!["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/claims/no-such-claim", "claim")]
    [InlineData("/conditions/no-such-condition", "condition")]
    [InlineData("/nothing/here", "address")]
    public async Task What_does_not_exist_is_a_page_with_a_search_for_browsers(string address, string what)
    {
        var page = await catalogue.Client.Page(address, HttpStatusCode.NotFound);

        page.QuerySelector("h1")!.TextContent.ShouldContain(what);
        page.QuerySelector("main form[action='/search'] input[name=q]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/claims/no-such-claim", "claim-not-found", null)]
    [InlineData("/claims/no-such-claim", "claim-not-found", "*/*")]
    [InlineData("/nothing/here", "address-not-found", "application/json")]
    [InlineData("/nothing/here", "address-not-found", "text/html, application/problem+json")]
    public async Task And_a_problem_for_programs(string address, string code, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await catalogue.Client.SendAsync(request, Cancellation);
        await response.ShouldBeProblem(HttpStatusCode.NotFound, code, address);
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Fact]
    public async Task A_browser_that_asks_the_API_is_answered_as_a_program()
    {
        using var response = await catalogue.Client.Ask("/api/v1/claims/no-such-claim");

        await response.ShouldBeProblem(HttpStatusCode.NotFound, "claim-not-found", "the API");
    }

    [Theory]
    [InlineData("/assets/site.css", "text/css")]
    [InlineData("/assets/site.js", "text/javascript")]
    [InlineData("/assets/icon.svg", "image/svg+xml")]
    public async Task A_file_is_kept_for_good_under_the_address_that_names_its_content(string file, string type)
    {
        var page = await catalogue.Client.Page("/");
        var address = page.Addresses().Single(address => address.StartsWith(file, StringComparison.Ordinal));
        using var response = await catalogue.Client.GetAsync(address, Cancellation);
        using var other = await catalogue.Client.GetAsync($"{file}?v=another", Cancellation);
        other.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        using var plain = await catalogue.Client.GetAsync(file, Cancellation);
        using var missing = await catalogue.Client.GetAsync("/assets/no-such.css", Cancellation);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        plain.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        await missing.ShouldBeProblem(HttpStatusCode.NotFound, "address-not-found", "a missing file");
    }

    [Fact]
    public async Task Nothing_in_a_record_can_become_markup()
    {
        const string evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
        using var seed = SeedFiles.Minimal();
        seed.Conditions[0]!["name"] = evil;
        seed.Studies[0]!["title"] = evil;
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        foreach (
            var address in new[]
            {
                "/",
                "/search",
                "/search?q=alert",
                "/conditions",
                "/conditions/test-disease",
                "/studies",
                "/studies/tester-2020",
                "/claims/test-claim",
                $"/search?q={Uri.EscapeDataString("<script>alert(3)</script>")}",
            }
        )
        {
            var page = await client.Page(address);
            page.QuerySelectorAll("script:not([src]):not([type])").ShouldBeEmpty(address);
            page.QuerySelectorAll("img, [onerror]").ShouldBeEmpty(address);
            foreach (var data in page.QuerySelectorAll("script[type='application/ld+json']"))
            {
                JsonDocument.Parse(data.TextContent).Dispose();
            }
        }
    }
}
