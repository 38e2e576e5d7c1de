using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>A search over everything says what the lists say.</summary>
public sealed class SearchCatalogueTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly string[] Groups = ["conditions", "mechanisms", "outcomes", "studies", "claims"];

    [Theory]
    [InlineData("crohn")]
    [InlineData("naltrexone")]
    [InlineData("hiv cd4")]
    [InlineData("\"multiple sclerosis\"")]
    [InlineData("pain")]
    [InlineData("endorph*")]
    [InlineData("K50.90")]
    [InlineData("nobodysays")]
    [InlineData("  Café & \u00e9t\u00e9 + pain? #1 ")]
    public async Task Each_group_is_the_beginning_of_its_list(string q)
    {
        var found = await catalogue.Client.Get($"/api/v1/search?q={Uri.EscapeDataString(q)}&limit=3");

        var sum = 0;
        foreach (var group in Groups)
        {
            var list = await catalogue.Client.Get($"/api/v1/{group}?limit=3&q={Uri.EscapeDataString(q)}");
            var total = list["total"]!.GetValue<int>();
            found[group]!["total"]!.GetValue<int>().ShouldBe(total, group);
            found[group]!["items"]!.ToJsonString().ShouldBe(list["items"]!.ToJsonString(), group);
            sum += total;

            var all = await catalogue.Client.Get(found[group]!["all"]!.GetValue<string>());
            all["total"]!.GetValue<int>().ShouldBe(total, group);
            all["release"]!.GetValue<int>().ShouldBe(1);
        }

        found["total"]!.GetValue<int>().ShouldBe(sum);
        found["release"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task It_finds_something_in_every_group()
    {
        foreach (var (group, q) in Groups.Zip(["crohn", "killer", "cd4", "smith", "crohn"]))
        {
            var found = await catalogue.Client.Get($"/api/v1/search?q={q}");
            found[group]!["total"]!.GetValue<int>().ShouldBeGreaterThan(0, $"{q} in {group}");
        }
    }

    [Fact]
    public async Task It_shows_five_of_each_kind_unless_limit_says_otherwise()
    {
        (await catalogue.Client.Get("/api/v1/search?q=ldn"))["claims"]!["items"]!.AsArray().Count.ShouldBe(5);
        (await catalogue.Client.Get("/api/v1/search?q=ldn&limit=7"))["claims"]!["items"]!.AsArray().Count.ShouldBe(7);
        (await catalogue.Client.Get("/api/v1/search?q=ldn"))
            .AsObject()
            .Select(member => member.Key)
            .ShouldBe(["query", "total", "release", .. Groups]);
    }

    [Fact]
    public async Task Excerpts_are_there_when_they_are_asked_for_and_as_in_the_lists()
    {
        var found = await catalogue.Client.Get("/api/v1/search?q=crohn&highlight=true");

        foreach (var group in Groups)
        {
            var list = await catalogue.Client.Get($"/api/v1/{group}?q=crohn&highlight=true&limit=5");
            found[group]!["highlights"]!.ToJsonString().ShouldBe(list["highlights"]!.ToJsonString(), group);
        }

        (await catalogue.Client.Get("/api/v1/search?q=crohn"))["claims"]!["highlights"].ShouldBeNull();
    }

    [Theory]
    [InlineData("", "q", "Send what to search for")]
    [InlineData("?limit=3", "q", "Send what to search for")]
    [InlineData("?q=", "q", "no word")]
    [InlineData("?q=%2B%2A", "q", "no word")]
    [InlineData("?q=caf%E9", "q", "%25")]
    [InlineData("?q=%C3%A9%F0%9F", "q", "%25")]
    [InlineData("?q=a&q=b", "q", "2 times")]
    [InlineData("?q=crohn&limit=0", "limit", "from 1 to 100")]
    [InlineData("?q=crohn&limit=101", "limit", "from 1 to 100")]
    [InlineData("?q=crohn&sort=relevance", "sort", "allowed")]
    [InlineData("?q=crohn&highlight=yes", "highlight", "true or false")]
    public async Task What_cannot_be_searched_is_a_400(string query, string parameter, string told)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/search{query}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe([parameter]);
        problem["errors"]![parameter]![0]!.GetValue<string>().ShouldContain(told);
    }

    [Fact]
    public async Task Each_release_is_searched_for_itself()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        seed.Claims.Add(Given.AClaim("zanzibar"));
        await app.Publish();

        (await client.Get("/api/v1/search?q=zanzibar&release=1"))["total"]!.GetValue<int>().ShouldBe(0);
        var found = await client.Get("/api/v1/search?q=zanzibar");
        found["total"]!.GetValue<int>().ShouldBe(1);
        found["claims"]!["all"]!.GetValue<string>().ShouldBe("/api/v1/claims?q=zanzibar&release=2");
    }
}
