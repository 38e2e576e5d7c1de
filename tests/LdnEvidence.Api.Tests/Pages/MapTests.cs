using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Pages;

public sealed class MapTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private CatalogueApp? _app;

    private HttpClient Client => (_app ??= CatalogueApp.On(_seed)).CreateClient();

    [Theory]
    [InlineData("")]
    [InlineData("?evidenceLevel=pilot-trial")]
    [InlineData("?fidelity=contradicted&fidelity=not-supported")]
    [InlineData("?kind=efficacy&q=cancer")]
    public async Task A_mark_counts_what_coverage_counts_and_leads_to_those_claims(string query)
    {
        using var shipped = new ShippedCatalogue();
        var coverage = await shipped.Client.Get($"/api/v1/coverage{query}");
        var expected = coverage["conditions"]!
            .AsArray()
            .SelectMany(row => row!["cells"]!.AsArray())
            .Select(cell => cell!["total"]!.GetValue<int>())
            .Where(total => total > 0)
            .Order()
            .ToList();
        var marks = (await shipped.Client.Page($"/{query}")).QuerySelectorAll("#map a.cell").ToList();

        expected.ShouldNotBeEmpty();
        marks.Select(Number).Order().ShouldBe(expected);
        foreach (var mark in marks)
        {
            var claims = await shipped.Client.Page(mark.GetAttribute("href")!);
            claims.QuerySelectorAll("article.claim").Length.ShouldBe(Number(mark), mark.GetAttribute("title"));
        }
    }

    [Fact]
    public async Task A_mark_says_in_words_what_it_shows()
    {
        _seed.Claims.Clear();
        _seed.Claims.Add(
            Given.AClaim(
                "a-trial",
                conditions: ["test-disease"],
                mechanisms: ["test-mechanism"],
                fidelity: "contradicted",
                citations: [Given.ACitation("tester-2020", relation: "contradicts")]
            )
        );
        _seed.Claims.Add(Given.AClaim("an-anecdote", conditions: ["test-disease"]));
        var mark = (await Client.Page("/")).QuerySelector("#map a.cell")!;

        Number(mark).ShouldBe(2);
        mark.ClassName!.ShouldContain("pilot-trial");
        mark.QuerySelector(".flag .contradicted").ShouldNotBeNull();
        var words = mark.GetAttribute("title")!;
        words.ShouldStartWith("2 claims: The condition test-disease");
        words.ShouldContain("strongest evidence: pilot trial, on 1 of them");
        words.ShouldContain("1 contradicted by the cited source");
    }

    [Fact]
    public async Task A_mark_says_where_LDN_was_not_given_alone()
    {
        using var shipped = new ShippedCatalogue();
        var marks = (await shipped.Client.Page("/")).QuerySelectorAll("#map a.cell").ToList();
        var combined = marks.Single(mark =>
            mark.GetAttribute("href") == "/search?condition=lung-cancer&domain=neoplasms"
        );
        var alone = marks.Single(mark =>
            mark.GetAttribute("href") == "/search?condition=crohns-disease&domain=gastrointestinal"
        );

        combined.QuerySelector(".n")!.TextContent.ShouldBe("1*");
        combined.GetAttribute("title")!.ShouldContain("none of it known to be of LDN and nothing besides");
        alone.QuerySelector(".n")!.TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Conditions_with_trials_come_before_those_with_anecdotes()
    {
        _seed.Conditions.Add(Given.ACondition("a-condition"));
        _seed.Claims.Add(Given.AClaim("an-anecdote", conditions: ["a-condition"]));

        (await Client.Page("/"))
            .QuerySelectorAll("#map th[scope=row] a")
            .Select(row => row.TextContent)
            .ShouldBe(["The condition test-disease", "The condition a-condition"]);
    }

    [Fact]
    public async Task A_claim_that_names_no_condition_is_on_the_map()
    {
        _seed.Claims.Add(Given.AClaim("on-none", conditions: []));
        var page = await Client.Page("/");
        var row = page.QuerySelectorAll("#map th[scope=row]").Single(row => row.Line() == "No condition named");
        var claims = await Client.Page(row.ParentElement!.QuerySelector("a.cell")!.GetAttribute("href")!);

        claims.QuerySelectorAll("article.claim").Select(claim => claim.Id).ShouldBe(["on-none"]);
    }

    [Fact]
    public async Task A_cell_whose_claims_are_on_no_effect_shows_no_level()
    {
        _seed.Outcomes.Add(WithDomain(Given.AnOutcome("a-dose"), "practice"));
        var claim = Given.AClaim("on-dose", outcome: "a-dose", citations: [Given.ACitation("tester-2020")]);
        claim["levelIsMeaningful"] = false;
        _seed.Claims.Add(claim);
        var mark = (await Client.Page("/"))
            .QuerySelectorAll("#map a.cell")
            .Single(cell => cell.ClassName!.Contains("practice"));

        mark.GetAttribute("title")!.ShouldContain("on use or approval, not on an effect");
        mark.InnerHtml.ShouldNotContain("pilot-trial");
    }

    [Fact]
    public async Task Each_total_is_how_many_claims_it_leads_to()
    {
        using var shipped = new ShippedCatalogue();
        var totals = (await shipped.Client.Page("/")).QuerySelectorAll("a.total").ToList();
        var numbers = new List<int>();
        foreach (var total in totals)
        {
            var shown = (await shipped.Client.Page(total.GetAttribute("href")!))
                .QuerySelector("main [role=status]")!
                .Line();
            shown.ShouldStartWith($"{total.QuerySelector("b")!.TextContent} claim", Case.Sensitive, total.Line());
            numbers.Add(
                int.Parse(total.QuerySelector("b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        // The levels and what is of no effect are all claims; no claim of no effect is counted under a level.
        numbers.Take(4).Sum().ShouldBe(numbers[^1]);
        numbers[3].ShouldBe(14);
    }

    [Fact]
    public async Task Filters_are_checked_in_the_form_and_can_be_cleared()
    {
        var page = await Client.Page("/?evidenceLevel=pilot-trial&kind=efficacy&q=test");

        page.QuerySelectorAll("#filters input[checked]")
            .Select(input => input.GetAttribute("value"))
            .ShouldBe(["pilot-trial", "efficacy"]);
        page.QuerySelector("#filters input[type=search]")!.GetAttribute("value").ShouldBe("test");
        page.QuerySelector("#filters a.clear")!.GetAttribute("href").ShouldBe("/");
        (await Client.Page("/")).QuerySelector("#filters a.clear").ShouldBeNull();
    }

    [Fact]
    public async Task What_filters_hide_is_counted_in_conditions()
    {
        using var shipped = new ShippedCatalogue();
        var map = (await shipped.Client.Page("/?evidenceLevel=case-series")).QuerySelector("#map")!;
        var shown = map.QuerySelectorAll("th[scope=row] a").Length;

        map.QuerySelector(".summary")!
            .Line()
            .ShouldBe($"{shown} conditions with claims under these filters; {24 - shown} without are hidden.");
    }

    [Fact]
    public async Task Nothing_that_fits_is_said_in_words() =>
        (await Client.Page("/?evidenceLevel=case-series"))
            .QuerySelector("#map")!
            .Line()
            .ShouldContain("No claim fits these filters.");

    [Theory]
    [InlineData("/?q=&evidenceLevel=pilot-trial", "/?evidenceLevel=pilot-trial")]
    [InlineData("/?q=%20", "/")]
    [InlineData("/search?q=&kind=", "/search")]
    public async Task What_a_form_left_blank_does_not_stay_in_the_address(string sent, string kept)
    {
        using var client = (_app ??= CatalogueApp.On(_seed)).CreateClient(new() { AllowAutoRedirect = false });
        using var response = await client.Ask(sent);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(kept);
    }

    [Fact]
    public async Task The_line_to_paste_asks_the_host_that_was_asked_and_no_copy_for_another_is_sent()
    {
        var tags = new List<string>();
        foreach (var host in new[] { "127.0.0.1:8443", "localhost" })
        {
            // The third time it is sent from memory.
            for (var time = 1; time <= 3; time++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/");
                request.Headers.Host = host;
                using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
                var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

                page.ShouldContain($"curl http://{host}/api/v1/claims/test-claim");
                tags.Add(response.Headers.ETag!.Tag);
            }
        }

        tags.Distinct().Count().ShouldBe(2);
    }

    public void Dispose()
    {
        _app?.Dispose();
        _seed.Dispose();
    }

    private static int Number(IElement mark) =>
        int.Parse(
            mark.QuerySelector(".n")!.TextContent.TrimEnd('*'),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static JsonObject WithDomain(JsonObject outcome, string domain)
    {
        outcome["domain"] = domain;
        return outcome;
    }
}
