using System.Net;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>What the API answers with leads to the page that shows it to people, in the body and in the Link header.</summary>
public sealed class PageLinkTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The endpoints that answer with one record, by what the record says of itself.</summary>
    public static IEnumerable<TheoryDataRow<string>> Records =>
        Endpoints
            .Table.Where(endpoint =>
                endpoint.Metadata.OfType<AnswerShape>().FirstOrDefault() is { Arity: Arity.One } shape
                && shape.Record.GetProperty("Links")?.PropertyType.GetProperty("Html") is not null
            )
            .Select(endpoint => new TheoryDataRow<string>(Endpoints.Address(endpoint)));

    [Theory]
    [InlineData("/api/v1/claims/eff-hiv-cd4", "/claims/eff-hiv-cd4")]
    [InlineData("/api/v1/claims/eff-hiv-cd4?release=1", "/claims/eff-hiv-cd4?release=1")]
    [InlineData("/api/v1/claims/eff-hiv-cd4?format=jsonld", "/claims/eff-hiv-cd4")]
    [InlineData("/api/v1/conditions/crohns-disease", "/conditions/crohns-disease")]
    [InlineData("/api/v1/mechanisms/natural-killer-cell-activation", "/mechanisms/natural-killer-cell-activation")]
    [InlineData("/api/v1/outcomes/cd4-count", "/outcomes/cd4-count")]
    [InlineData("/api/v1/studies/smith-2007", "/studies/smith-2007")]
    [InlineData("/api/v1/studies/smith-2007?fields=id", "/studies/smith-2007")]
    [InlineData("/api/v1/evidence-levels/pilot-trial", "/evidence-levels#pilot-trial")]
    [InlineData("/api/v1/evidence-levels/pilot-trial?release=1", "/evidence-levels?release=1#pilot-trial")]
    [InlineData("/api/v1/evidence-levels", "/evidence-levels")]
    [InlineData("/api/v1/releases/1", "/releases#release-1")]
    [InlineData("/api/v1/releases/01", "/releases#release-1")]
    [InlineData("/api/v1/releases", "/releases")]
    [InlineData("/api/v1/releases/1/changes/1", "/releases")]
    [InlineData("/api/v1/coverage", "/")]
    [InlineData("/api/v1/coverage?kind=safety&release=1", "/?release=1")]
    [InlineData("/api/v1/claims?kind=safety&limit=2", "/search")]
    [InlineData("/api/v1/claims?format=csv", "/search")]
    [InlineData("/api/v1/search?q=crohn", "/search")]
    [InlineData("/api/v1/search?q=crohn&release=1", "/search?release=1")]
    public async Task An_answer_leads_to_its_page(string address, string page)
    {
        var expected = $"<{page}>; rel=\"alternate\"; type=\"text/html\"";
        using var head = await catalogue.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, address),
            Cancellation
        );
        Links(head).ShouldContain(expected, Case.Sensitive, "HEAD");

        // The last of these is sent from memory.
        for (var time = 1; time <= 3; time++)
        {
            using var response = await catalogue.Client.GetAsync(address, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            Links(response).ShouldContain(expected, Case.Sensitive, $"time {time}");
            Links(response).Split("alternate").Length.ShouldBe(2);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_record_names_the_page_that_the_header_names(string address)
    {
        using var response = await catalogue.Client.GetAsync(address, Cancellation);
        var page = (await catalogue.Client.Get(address))["links"]!["html"]!.GetValue<string>();

        Links(response).ShouldEndWith($"<{page}>; rel=\"alternate\"; type=\"text/html\"");
    }

    [Fact]
    public void All_seven_kinds_of_records_have_a_page() => Records.Count().ShouldBe(7);

    [Fact]
    public async Task A_day_leads_to_the_page_of_the_release_of_that_day()
    {
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        using var first = await client.GetAsync("/api/v1/claims/test-claim?asOf=2026-03-14", Cancellation);

        Links(first).ShouldContain("</claims/test-claim?release=1>; rel=\"alternate\"");
    }

    [Theory]
    [InlineData("/api/v1/audit")]
    [InlineData("/api/v1/claims/no-such-claim")]
    [InlineData("/api/v1/claims/eff-hiv-cd4/references")]
    public async Task What_no_page_shows_leads_to_none(string address)
    {
        using var response = await catalogue.Client.GetAsync(address, Cancellation);

        Links(response).ShouldNotContain("alternate");
    }

    [Fact]
    public async Task A_copy_that_is_confirmed_leads_nowhere()
    {
        const string address = "/api/v1/claims/eff-hiv-cd4";
        using var response = await catalogue.Client.GetAsync(address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var confirmed = await catalogue.Client.SendAsync(request, Cancellation);

        confirmed.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        Links(confirmed).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_of_a_release_from_before_there_were_pages_names_none()
    {
        var links = System.Text.Json.JsonSerializer.Deserialize<ClaimLinks>(
            """{"self":"/api/v1/claims/a-claim"}""",
            CatalogueJson.Options
        )!;

        links.ShouldBe(new ClaimLinks("/api/v1/claims/a-claim"));
    }

    private static string Links(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var values) ? values.ShouldHaveSingleItem() : string.Empty;
}
