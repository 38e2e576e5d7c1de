using System.Text.Json;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Claims;

/// <summary>The records that a page's claims link to stand beside them, as they stand at their own addresses.</summary>
public sealed class ClaimIncludeTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const string All = "conditions,mechanisms,outcomes,studies";

    [Theory]
    [InlineData("claims?limit=100")]
    [InlineData("claims?limit=7&sort=-id")]
    [InlineData("conditions/crohns-disease/claims?limit=3")]
    [InlineData("studies/younger-2014/claims?limit=1")]
    public async Task Each_linked_record_stands_there_once_byte_by_byte(string address)
    {
        using var page = await Read($"/api/v1/{address}&include={All}");
        var claims = page.RootElement.GetProperty("items").EnumerateArray().ToList();
        var included = page.RootElement.GetProperty("included");
        var linked = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal)
        {
            ["conditions"] = claims.SelectMany(claim => Ids(claim.GetProperty("conditions"))),
            ["mechanisms"] = claims.SelectMany(claim => Ids(claim.GetProperty("mechanisms"))),
            ["outcomes"] = claims.Select(claim => Id(claim.GetProperty("outcome"))),
            ["studies"] = claims.SelectMany(claim =>
                claim.GetProperty("citations").EnumerateArray().Select(citation => Id(citation.GetProperty("study")))
            ),
        };

        included.EnumerateObject().Select(member => member.Name).ShouldBe(linked.Keys);
        foreach (var (collection, ids) in linked)
        {
            var records = included.GetProperty(collection);
            Ids(records).ShouldBe(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), collection);
            foreach (var record in records.EnumerateArray())
            {
                var own = await catalogue.Client.GetStringAsync(
                    $"/api/v1/{collection}/{Id(record)}",
                    TestContext.Current.CancellationToken
                );
                record.GetRawText().ShouldBe(own);
            }
        }
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_included_in_the_order_that_it_was_asked_for()
    {
        using var page = await Read("/api/v1/claims?include=studies,outcomes&limit=2");

        page.RootElement.GetProperty("included")
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["studies", "outcomes"]);
        using var plain = await Read("/api/v1/claims?limit=2");
        plain
            .RootElement.EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["items", "total", "next", "release"]);
    }

    [Fact]
    public async Task Next_goes_on_including_and_picks_of_members_do_not_reach_it()
    {
        using var page = await Read("/api/v1/claims?include=outcomes&limit=1&fields=id");
        page.RootElement.GetProperty("items")[0].GetRawText().ShouldStartWith("{\"id\":");
        page.RootElement.GetProperty("items")[0].EnumerateObject().Count().ShouldBe(1);
        page.RootElement.GetProperty("included")
            .GetProperty("outcomes")[0]
            .TryGetProperty("name", out _)
            .ShouldBeTrue();

        using var next = await Read(page.RootElement.GetProperty("next").GetString()!);
        next.RootElement.GetProperty("included").GetProperty("outcomes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_included_records_are_those_of_the_release_that_is_read()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        seed.Outcomes[0]!["name"] = "A new name";
        await app.Publish();

        (await client.Get("/api/v1/claims?include=outcomes&release=1"))["included"]!["outcomes"]![0]!["name"]!
            .GetValue<string>()
            .ShouldBe("The outcome test-outcome");
        (await client.Get("/api/v1/claims?include=outcomes"))["included"]!["outcomes"]![0]!["name"]!
            .GetValue<string>()
            .ShouldBe("A new name");
    }

    private async Task<JsonDocument> Read(string address) =>
        JsonDocument.Parse(await catalogue.Client.GetStringAsync(address, TestContext.Current.CancellationToken));

    private static string Id(JsonElement record) => record.GetProperty("id").GetString()!;

    private static IEnumerable<string> Ids(JsonElement records) => records.EnumerateArray().Select(Id);
}
