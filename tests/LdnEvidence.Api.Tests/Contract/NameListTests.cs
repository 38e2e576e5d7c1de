using FluentValidation;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>A parameter that lists names: joined by commas, or each in a parameter of its own.</summary>
public sealed class NameListTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("claims?limit=100&", "sort", "kind", "-id")]
    [InlineData("claims?limit=100&", "facets", "evidenceLevel", "fidelity")]
    [InlineData("claims?limit=100&", "include", "conditions", "studies")]
    [InlineData("claims?limit=100&", "fields", "id", "fidelity.toSource")]
    [InlineData("claims/eff-hiv-cd4?", "fields", "id", "kind")]
    [InlineData("conditions/crohns-disease/claims?", "facets", "kind", "fidelity")]
    [InlineData("studies?limit=100&", "sort", "year", "-id")]
    [InlineData("studies?limit=100&", "facets", "design", "standing")]
    [InlineData("releases?", "fields", "number", "digest")]
    public async Task Names_in_parameters_of_their_own_mean_the_same_as_joined_by_commas(
        string address,
        string parameter,
        string first,
        string second
    )
    {
        var joined = await Get($"{parameter}={first},{second}");
        var repeated = await Get($"{parameter}={first}&{parameter}={second}");
        var onlyOne = await Get($"{parameter}={first}");

        repeated.ShouldBe(joined);
        repeated.ShouldNotBe(onlyOne);

        Task<string> Get(string names) =>
            catalogue.Client.GetStringAsync($"/api/v1/{address}{names}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_order_of_repeated_names_counts_and_a_walk_keeps_it()
    {
        var forth = await Walk("/api/v1/claims?sort=kind&sort=-id&limit=30");
        var back = await Walk("/api/v1/claims?sort=-id&sort=kind&limit=30");

        forth.ShouldBe(await Walk("/api/v1/claims?sort=kind,-id&limit=30"));
        back.ShouldBe(await Walk("/api/v1/claims?sort=-id,kind&limit=30"));
        forth.ShouldNotBe(back);
    }

    [Fact]
    public void Every_parameter_that_lists_names_may_be_repeated()
    {
        var lists =
            from endpoint in Endpoints.Table
            let query = endpoint.Metadata.GetMetadata<ValidatedQuery>()
            where query is not null
            from rule in (IEnumerable<IValidationRule>)query.Validator
            where rule.Components.Any(component => component.Validator is IAllowedNames { IsList: true })
            select (endpoint.DisplayName, Parameter: QueryShape.Of(query.Type).Find(CamelCase.Of(rule.PropertyName))!);

        lists.Count().ShouldBeGreaterThan(20);
        lists.Where(list => !list.Parameter.IsRepeatable).ShouldBeEmpty();
    }

    private async Task<List<string>> Walk(string? address)
    {
        List<string> ids = [];
        while (address is not null)
        {
            var page = await catalogue.Client.Get(address);
            ids.AddRange(page.Ids());
            address = page["next"]?.GetValue<string>();
        }

        return ids;
    }
}
