using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Claims;

/// <summary>What a facet counts is what the list has, and what a filter on the value finds.</summary>
public sealed class ClaimFacetsTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    /// <summary>Where a claim has the values of each facet.</summary>
    private static readonly Dictionary<string, Func<JsonNode, IEnumerable<string>>> Values = new(StringComparer.Ordinal)
    {
        ["evidenceLevel"] = claim => [Text(claim["evidenceLevel"])],
        ["kind"] = claim => [Text(claim["kind"])],
        ["direction"] = claim => [Text(claim["direction"])],
        ["fidelity"] = claim => [Text(claim["fidelity"]!["toSource"]!["label"])],
        ["fidelityToDocument"] = claim => [Text(claim["fidelity"]!["toDocument"]!["label"])],
        ["levelIsMeaningful"] = claim => [claim["levelIsMeaningful"]!.GetValue<bool>() ? "true" : "false"],
        ["condition"] = claim => claim["conditions"]!.AsArray().Select(condition => Text(condition!["id"])),
        ["mechanism"] = claim => claim["mechanisms"]!.AsArray().Select(mechanism => Text(mechanism!["id"])),
        ["outcome"] = claim => [Text(claim["outcome"]!["id"])],
        ["study"] = claim => claim["citations"]!.AsArray().Select(citation => Text(citation!["study"]!["id"])),
    };

    private static readonly string[] WithoutFilter = ["fidelityToDocument", "levelIsMeaningful"];

    private static readonly Gen<string> Filters = Laws.OneOf(
            "evidenceLevel=anecdotal",
            "evidenceLevel=pilot-trial&evidenceLevel=case-series",
            "kind=efficacy&kind=mechanism",
            "direction=improves&direction=decreases",
            "fidelity=nothing-cited",
            "condition=cancer&includeNarrower=true",
            "study=younger-2014",
            "q=pain",
            "q=ldn"
        )
        .HashSet[0, 2]
        // The same parameter twice means either of its values: another list, but still a list.
        .Select(filters => string.Join('&', filters))
        .Where(filter => filter.Split("q=").Length < 3);

    [Fact]
    public void Counts_are_those_of_the_list_and_of_a_filter_on_the_value() =>
        Filters.Sample(
            filter =>
            {
                var list = Laws.Wait(() =>
                    catalogue.Client.Get(
                        $"/api/v1/claims?limit=100&facets={string.Join(',', Values.Keys)}&{filter}".TrimEnd('&')
                    )
                );
                var claims = list["items"]!.AsArray();
                claims.Count.ShouldBe(list["total"]!.GetValue<int>(), "the oracle needs the whole list");
                list["facets"]!.AsObject().Select(facet => facet.Key).ShouldBe(Values.Keys);
                foreach (var (facet, valuesOf) in Values)
                {
                    var expected = claims
                        .SelectMany(claim => valuesOf(claim!))
                        .GroupBy(value => value, StringComparer.Ordinal)
                        .Select(group => (Value: group.Key, Count: group.Count()))
                        .OrderByDescending(value => value.Count)
                        .ThenBy(value => value.Value, StringComparer.Ordinal)
                        .ToList();
                    Counts(list, facet).ShouldBe(expected, $"{facet} of {filter}");
                    if (WithoutFilter.Contains(facet) || filter.Contains($"{facet}=", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    foreach (var (value, count) in expected)
                    {
                        Laws.Wait(() =>
                            catalogue.Client.Get($"/api/v1/claims?limit=1&{facet}={value}&{filter}".TrimEnd('&'))
                        )["total"]!
                            .GetValue<int>()
                            .ShouldBe(count, $"{facet}={value}&{filter}");
                    }
                }
            },
            iter: 12,
            threads: 1
        );

    [Theory]
    [InlineData("conditions/crohns-disease")]
    [InlineData("mechanisms/natural-killer-cell-activation")]
    [InlineData("outcomes/cd4-count")]
    [InlineData("studies/smith-2007")]
    public async Task The_claims_of_one_record_are_counted_alone(string record)
    {
        var list = await catalogue.Client.Get($"/api/v1/{record}/claims?facets=kind&limit=1");

        Counts(list, "kind").Sum(value => value.Count).ShouldBe(list["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Every_page_has_the_counts_of_the_whole_list()
    {
        var first = await catalogue.Client.Get("/api/v1/claims?limit=3&facets=kind");
        var second = await catalogue.Client.Get(first["next"]!.GetValue<string>());

        second["facets"]!.ToJsonString().ShouldBe(first["facets"]!.ToJsonString());
    }

    [Fact]
    public async Task An_empty_list_has_empty_counts()
    {
        var list = await catalogue.Client.Get("/api/v1/claims?q=nobodysays&facets=kind,study");

        list["facets"]!.ToJsonString().ShouldBe("""{"kind":[],"study":[]}""");
    }

    [Theory]
    [InlineData("claims?facets=colour", "facets", "allowed: evidenceLevel, kind, direction, fidelity")]
    [InlineData("claims?facets=kind,kind", "facets", "more than once")]
    [InlineData("claims?facets=", "facets", "allowed: evidenceLevel")]
    [InlineData("claims?facets=-kind", "facets", "'-kind' is not")]
    [InlineData("claims?include=releases", "include", "allowed: conditions, mechanisms, outcomes, studies")]
    [InlineData("claims?include=studies,studies", "include", "more than once")]
    [InlineData("claims?fields=colour", "fields", "statement")]
    [InlineData("claims?fields=fidelity.toSource.colour", "fields", "fidelity.toSource.label")]
    [InlineData("claims/eff-hiv-cd4?fields=colour", "fields", "statement")]
    [InlineData("claims/eff-hiv-cd4/references?fields=colour", "fields", "journal")]
    [InlineData("studies?facets=kind", "facets", "allowed: design, standing, interventionMatch, year, journal")]
    public async Task A_name_that_is_unknown_is_told_with_those_that_are_known(
        string address,
        string parameter,
        string told
    )
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe([parameter]);
        problem["errors"]![parameter]![0]!.GetValue<string>().ShouldContain(told);
    }

    [Theory]
    [InlineData("conditions?facets=name", "facets")]
    [InlineData("conditions?include=claims", "include")]
    [InlineData("studies?include=claims", "include")]
    [InlineData("claims/eff-hiv-cd4/references?facets=year", "facets")]
    [InlineData("claims/eff-hiv-cd4?include=studies", "include")]
    public async Task Lists_without_counts_or_links_do_not_know_the_parameter(string address, string parameter) =>
        (await catalogue.Client.GetProblem($"/api/v1/{address}", HttpStatusCode.BadRequest, "invalid-parameter"))[
            "errors"
        ]!
            .AsObject()
            .Select(fault => fault.Key)
            .ShouldBe([parameter]);

    private static List<(string Value, int Count)> Counts(JsonNode list, string facet) =>
        [
            .. list["facets"]![facet]!
                .AsArray()
                .Select(value => (Text(value!["value"]), value["count"]!.GetValue<int>())),
        ];

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
