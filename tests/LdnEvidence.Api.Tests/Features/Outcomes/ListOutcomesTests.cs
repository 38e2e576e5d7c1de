using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Outcomes;

public sealed class ListOutcomesTests
{
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
