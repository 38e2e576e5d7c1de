using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Pages;

public sealed class ReleasePagesTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public ReleasePagesTests()
    {
        _app = CatalogueApp.On(_seed);
        _client = _app.CreateClient();
    }

    [Fact]
    public async Task Two_releases_are_compared_in_words()
    {
        await Retract();
        var page = await _client.Page("/releases?from=1&to=2");
        var change = page.QuerySelectorAll(".changes li")
            .Single(item => item.QuerySelector("code")!.TextContent == "test-claim");

        change.Line().ShouldContain("Level lowered from pilot trial to anecdotal, because of tester-2020 (retracted)");
        change.QuerySelector("a")!.GetAttribute("href").ShouldBe("/claims/test-claim?release=2");
        page.QuerySelectorAll(".releases > li").Select(item => item.Id).ShouldBe(["release-2", "release-1"]);
    }

    [Fact]
    public async Task A_claim_tells_its_history_up_to_the_release_that_is_read()
    {
        await Retract();

        (await _client.Page("/claims/test-claim"))
            .QuerySelectorAll(".history li")
            .Select(item => item.Line())
            .ShouldBe([
                "Release 1: first published.",
                "Release 2: level lowered from pilot trial to anecdotal, because of tester-2020 (retracted); a cited study was retracted.",
            ]);
        (await _client.Page("/claims/test-claim?release=1")).QuerySelectorAll(".history li").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claims/test-claim")]
    [InlineData("/conditions/test-disease")]
    [InlineData("/studies/tester-2020")]
    [InlineData("/search")]
    [InlineData("/releases")]
    public async Task A_pinned_page_stays_what_it_was_to_the_letter(string address)
    {
        var before = await Body($"{address}?release=1");
        await Retract();

        before.ShouldContain("pinned to release 1");
        (await Body($"{address}?release=1")).ShouldBe(before);
        (await Body(address)).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_pinned_page_leads_to_the_same_page_of_the_latest_release()
    {
        var page = await _client.Page("/search?q=test&release=1");

        page.QuerySelector(".pinned a")!.GetAttribute("href").ShouldBe("/search?q=test");
    }

    [Fact]
    public async Task A_card_says_that_a_cited_study_was_retracted()
    {
        await Retract();

        (await _client.Page("/search"))
            .QuerySelector("article.claim")!
            .Line()
            .ShouldContain("(2020), retracted, which supports the claim");
    }

    [Theory]
    [InlineData("?from=1&to=9", HttpStatusCode.NotFound)]
    [InlineData("?from=1&to=2&release=1", HttpStatusCode.NotFound)]
    [InlineData("?from=1", HttpStatusCode.BadRequest)]
    [InlineData("?from=0&to=1", HttpStatusCode.BadRequest)]
    [InlineData("?from=one&to=1", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_compared_is_refused_in_words(string query, HttpStatusCode status) =>
        (await _client.Page($"/releases{query}", status)).QuerySelector("h1")!.TextContent.ShouldNotBeEmpty();

    [Fact]
    public async Task A_release_compared_with_itself_shows_no_difference() =>
        (await _client.Page("/releases?from=1&to=1"))
            .QuerySelector("main")!
            .Line()
            .ShouldContain("Nothing differs between release 1 and release 1.");

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _seed.Dispose();
    }

    private async Task Retract()
    {
        _ = await Body("/");
        Given.Stand(_seed.Studies[0]!, "retracted");
        (await _app.Publish()).IsNew.ShouldBeTrue();
    }

    private async Task<string> Body(string address)
    {
        using var response = await _client.Ask(address);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
