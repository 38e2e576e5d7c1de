using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Studies;

/// <summary>What studies are counted and sorted by.</summary>
public sealed class StudyFacetsTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("")]
    [InlineData("toYear=2010")]
    [InlineData("design=open-label-trial&design=case-report")]
    [InlineData("standing=current&fromYear=2008")]
    [InlineData("q=naltrexone")]
    public async Task Counts_are_those_of_the_list(string filter)
    {
        string[] facets = ["design", "standing", "year", "journal"];
        var list = await catalogue.Client.Get(
            $"/api/v1/studies?limit=100&facets={string.Join(',', facets)}&{filter}".TrimEnd('&')
        );

        list["items"]!.AsArray().ShouldNotBeEmpty();
        list["facets"]!.AsObject().Select(facet => facet.Key).ShouldBe(facets);
        foreach (var facet in facets)
        {
            list["facets"]![facet]!
                .AsArray()
                .Select(value => (value!["value"]!.GetValue<string>(), value["count"]!.GetValue<int>()))
                .ShouldBe(
                    list["items"]!
                        .AsArray()
                        .Select(study => study![facet])
                        .Where(value => value is not null)
                        .GroupBy(value => value!.ToString(), StringComparer.Ordinal)
                        .Select(group => (group.Key, group.Count()))
                        .OrderByDescending(value => value.Item2)
                        .ThenBy(value => value.Key, StringComparer.Ordinal),
                    facet
                );
        }
    }

    [Fact]
    public async Task A_filter_on_a_value_finds_as_many_as_were_counted()
    {
        var list = await catalogue.Client.Get("/api/v1/studies?facets=design,standing,year");
        var found = new List<int>();
        foreach (
            var (facet, filter) in new[]
            {
                ("design", "design={0}"),
                ("standing", "standing={0}"),
                ("year", "fromYear={0}&toYear={0}"),
            }
        )
        {
            foreach (var value in list["facets"]![facet]!.AsArray())
            {
                var query = filter.Replace("{0}", value!["value"]!.GetValue<string>(), StringComparison.Ordinal);
                (await catalogue.Client.Get($"/api/v1/studies?{query}"))["total"]!
                    .GetValue<int>()
                    .ShouldBe(value["count"]!.GetValue<int>(), query);
                found.Add(value["count"]!.GetValue<int>());
            }
        }

        found.Sum().ShouldBe(3 * list["total"]!.GetValue<int>(), "every study has a design, a standing and a year");
    }

    [Fact]
    public async Task Studies_without_the_value_come_first_and_turned_round_last()
    {
        using var seed = SeedFiles.Minimal();
        var (large, small) = (Given.AStudy("a-large"), Given.AStudy("b-small"));
        (large["sampleSize"], small["sampleSize"]) = (100, 9);
        (large["title"], small["title"]) = ("Alpha", "alpha");
        seed.Studies.Add(large);
        seed.Studies.Add(small);
        seed.Claims.Add(
            Given.AClaim("cites-small", citations: [Given.ACitation("b-small"), Given.ACitation("a-large")])
        );
        seed.Claims.Add(Given.AClaim("cites-small-too", citations: [Given.ACitation("b-small")]));
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();

        (await client.Walk("/api/v1/studies?sort=sampleSize&limit=1")).ShouldBe(["tester-2020", "b-small", "a-large"]);
        (await client.Walk("/api/v1/studies?sort=-sampleSize&limit=1")).ShouldBe(["a-large", "b-small", "tester-2020"]);
        (await client.Walk("/api/v1/studies?sort=title&limit=1")).ShouldBe(["a-large", "b-small", "tester-2020"]);
        (await client.Walk("/api/v1/studies?sort=-claims&limit=1")).ShouldBe(["b-small", "a-large", "tester-2020"]);
    }
}
