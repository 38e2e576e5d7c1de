using System.Text.Json.Nodes;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Contract;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace LdnEvidence.Api.Tests.Http.Links;

/// <summary>Every answer of the API says where it is and what describes it.</summary>
public sealed class LinkHeaderTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task It_is_described_by_its_path_in_the_document(string name, string address)
    {
        using var response = await catalogue.Client.GetAsync(address, Cancellation);
        var links = response.Links();
        var document = await catalogue.Client.Get(links["service-desc"]);
        var described = links["describedby"].Split('#');

        described[0].ShouldBe(links["service-desc"]);
        At(document, Uri.UnescapeDataString(described[1]))!["get"]!["operationId"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Its_own_address_leads_to_the_same_answer(string name, string address)
    {
        using var response = await catalogue.Client.GetAsync(address, Cancellation);
        using var self = await catalogue.Client.GetAsync(response.Links()["self"], Cancellation);

        self.Headers.ETag.ShouldBe(response.Headers.ETag, name);
    }

    [Theory]
    [InlineData(
        "/api/v1/claims?limit=2&kind=efficacy&evidenceLevel=anecdotal",
        "/api/v1/claims?evidenceLevel=anecdotal&kind=efficacy&limit=2"
    )]
    [InlineData("/api/v1/claims?q=%22low+dose%22", "/api/v1/claims?q=%22low%20dose%22")]
    [InlineData("/api/v1/claims/eff-hiv-cd4", "/api/v1/claims/eff-hiv-cd4")]
    public async Task Its_own_address_has_its_parameters_in_one_order(string address, string self)
    {
        for (var time = 0; time < 3; time++)
        {
            using var response = await catalogue.Client.GetAsync(address, Cancellation);
            response.Links()["self"].ShouldBe(self);
        }
    }

    [Theory]
    [InlineData("claims", 3)]
    [InlineData("claims?q=pain&sort=relevance", 2)]
    [InlineData("claims?sort=-fidelity,kind", 7)]
    [InlineData("claims?condition=cancer&includeNarrower=true", 1)]
    [InlineData("studies?sort=-year", 2)]
    [InlineData("conditions?sort=name", 4)]
    [InlineData("outcomes?domain=immune-system", 1)]
    [InlineData("claims/dose-ldn-range/references", 1)]
    [InlineData("releases", 1)]
    public async Task A_walk_back_visits_the_same_pages(string list, int limit)
    {
        var address = Endpoints.With($"/api/v1/{list}", $"limit={limit}");
        var (there, last) = await catalogue.Client.WalkPages(address, "next");
        var (back, first) = await catalogue.Client.WalkPages(last, "prev");

        there.Count.ShouldBe(back.Count);
        back.AsEnumerable().Reverse().ShouldBe(there);
        using var begun = await catalogue.Client.GetAsync(first, Cancellation);
        begun.Links().Keys.ShouldNotContain("prev");
        // From each page on the way back, next leads on to the page after it.
        (await catalogue.Client.WalkPages(first, "next")).Pages.ShouldBe(there);
    }

    [Fact]
    public async Task Every_list_can_be_walked_back()
    {
        foreach (var (name, address) in Endpoints.Lists.Select(row => row.Data))
        {
            var (there, last) = await catalogue.Client.WalkPages(Endpoints.With(address, "limit=2"), "next");
            var (back, _) = await catalogue.Client.WalkPages(last, "prev");
            back.AsEnumerable().Reverse().ShouldBe(there, name);
        }
    }

    [Fact]
    public async Task A_walk_back_from_the_middle_with_another_limit_ends_at_the_first_record()
    {
        var whole = (await catalogue.Client.Get("/api/v1/claims?limit=100")).Ids();
        var (_, last) = await catalogue.Client.WalkPages("/api/v1/claims?limit=5", "next");
        var (back, _) = await catalogue.Client.WalkPages(
            last.Replace("limit=5", "limit=4", StringComparison.Ordinal),
            "prev"
        );

        back.AsEnumerable().Reverse().SelectMany(page => page.Split(' ')).ShouldBe(whole);
    }

    [Fact]
    public void Every_endpoint_that_answers_from_a_release_is_described() =>
        Endpoints
            .Table.Where(endpoint => endpoint.Metadata.GetMetadata<ValidatedQuery>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Api.Http.Links.Described>() is null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
            .ShouldBeEmpty();

    /// <summary>What a JSON pointer leads to.</summary>
    private static JsonNode? At(JsonNode document, string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Select(part =>
                part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            )
            .Aggregate((JsonNode?)document, (node, part) => node?[part]);
}
