using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Pages;

public sealed class SearchPageTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=crohn")]
    [InlineData("?q=crohn&evidenceLevel=pilot-trial&sort=-id")]
    [InlineData("?domain=neoplasms&kind=efficacy")]
    public async Task It_shows_the_claims_that_the_API_lists(string query)
    {
        var list = await catalogue.Client.Get($"/api/v1/claims{query}");
        var page = await catalogue.Client.Page($"/search{query}");

        list.Ids().ShouldNotBeEmpty();
        page.QuerySelectorAll("article.claim").Select(claim => claim.Id!).ShouldBe(list.Ids());
        page.QuerySelector("[role=status]")!.Line().ShouldStartWith($"{list["total"]} claim");
    }

    [Fact]
    public async Task Next_leads_through_all_claims()
    {
        var seen = new List<string>();
        for (var next = "/search"; next is not null; )
        {
            var page = await catalogue.Client.Page(next);
            seen.AddRange(page.QuerySelectorAll("article.claim").Select(claim => claim.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(67);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_facet_narrows_down_to_as_many_claims_as_it_says_and_can_be_taken_back()
    {
        var page = await catalogue.Client.Page("/search?q=crohn");
        var facets = page.QuerySelectorAll(".facets li").ToList();
        facets.Count.ShouldBeGreaterThan(8);
        foreach (var facet in facets)
        {
            var narrowed = await catalogue.Client.Page(facet.QuerySelector("a")!.GetAttribute("href")!);
            narrowed
                .QuerySelectorAll("article.claim")
                .Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
                .ShouldBe(facet.QuerySelector(".n")!.TextContent, facet.Line());
            // A level is asked of claims on an effect, which is a filter of its own.
            var filters = narrowed.QuerySelectorAll(".set a").Length;
            filters.ShouldBeInRange(1, 2, facet.Line());
            for (var taken = 0; taken < filters; taken++)
            {
                narrowed = await catalogue.Client.Page(narrowed.QuerySelector(".set a")!.GetAttribute("href")!);
            }

            narrowed.QuerySelectorAll(".set a").ShouldBeEmpty(facet.Line());
            narrowed.QuerySelectorAll("article.claim").Length.ShouldBe(6, facet.Line());
        }
    }

    [Fact]
    public async Task Words_are_marked_and_other_records_are_offered()
    {
        var page = await catalogue.Client.Page("/search?q=crohn");

        page.QuerySelectorAll(".excerpt mark").ShouldNotBeEmpty();
        page.QuerySelector(".others a[href='/conditions/crohns-disease']").ShouldNotBeNull();
        page.QuerySelector(".others a[href='/studies/smith-2007']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_filters_hide_on_a_condition_is_said_and_shown_on_request()
    {
        var page = await catalogue.Client.Page("/search?condition=fibromyalgia&evidenceLevel=anecdotal");
        var hidden = page.QuerySelector("p.missing")!;
        var all = await catalogue.Client.Page(hidden.QuerySelector("a")!.GetAttribute("href")!);

        hidden.Line().ShouldStartWith("These filters hide 3 claims");
        all.QuerySelectorAll("article.claim").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Nothing_found_leads_back_to_all_claims() =>
        (await catalogue.Client.Page("/search?q=nosuchword"))
            .QuerySelector("main")!
            .Line()
            .ShouldContain("No claim fits. Show all claims");
}
