using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Outcomes;

public sealed class ListOutcomesTests
{
    [Fact]
    public async Task Names_sort_without_regard_to_case_and_accents_and_equal_names_by_id()
    {
        (string Id, string Name)[] outcomes =
        [
            ("a", "Zinc"),
            ("b", "émail"),
            ("c", "CD4 count"),
            ("d", "Cancer cell death"),
            ("e", "Ｅmail count"),
            ("g", "EMAIL"),
            ("f", "cancer cell growth"),
        ];
        using var seed = SeedFiles.Minimal();
        foreach (var (id, name) in outcomes)
        {
            seed.Outcomes.Add(Given.AnOutcome(id));
            seed.Outcomes[^1]!["name"] = name;
            seed.Claims.Add(Given.AClaim($"on-{id}", outcome: id));
        }

        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();

        (await client.Walk("/api/v1/outcomes?sort=name&limit=2")).ShouldBe([
            "d",
            "f",
            "c",
            "b",
            "g",
            "e",
            "test-outcome",
            "a",
        ]);
        (await client.Get("/api/v1/outcomes?sort=-name")).Ids()[..3].ShouldBe(["a", "test-outcome", "e"]);
    }

    [Theory]
    [InlineData("domain=skin", "rash")]
    [InlineData("domain=skin&domain=survival", "death", "rash")]
    [InlineData("domain=skin&code=loinc|24467-3")]
    [InlineData("domain=survival&code=loinc|24467-3", "death")]
    [InlineData("domain=psychiatric")]
    [InlineData("", "death", "rash", "test-outcome")]
    public async Task A_domain_narrows_the_list(string query, params string[] expected)
    {
        using var seed = SeedFiles.Minimal();
        foreach (var (id, domain) in new[] { ("rash", "skin"), ("death", "survival") })
        {
            seed.Outcomes.Add(domain == "skin" ? Given.AnOutcome(id) : Given.AnOutcome(id, ("loinc", "24467-3")));
            seed.Outcomes[^1]!["domain"] = domain;
            seed.Claims.Add(Given.AClaim($"on-{id}", outcome: id));
        }

        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();

        (await client.Get($"/api/v1/outcomes?{query}")).Ids().ShouldBe(expected);
    }
}
