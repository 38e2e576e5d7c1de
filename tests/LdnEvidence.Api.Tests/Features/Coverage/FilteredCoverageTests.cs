using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Features.Coverage;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Features.Coverage;

/// <summary>The matrix of some claims, against the stored one of all claims and against the lists of claims.</summary>
public sealed class FilteredCoverageTests
{
    private static readonly string[] Filters =
    [
        "evidenceLevel=pilot-trial",
        "evidenceLevel=anecdotal&evidenceLevel=case-series",
        "kind=safety",
        "kind=efficacy&kind=usage&evidenceLevel=anecdotal",
        "fidelity=nothing-cited&fidelity=supported",
        "fidelity=contradicted",
        "q=red",
        "q=red&kind=safety&evidenceLevel=anecdotal",
    ];

    [Fact]
    public void Without_a_filter_the_shipped_catalogue_gives_the_stored_body()
    {
        using var app = new CatalogueApp();

        ShouldGiveTheStoredBody(app);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_random_catalogue_gives_the_stored_body_and_under_filters_what_lists_count(int number)
    {
        using var seed = new RandomMatrix(number).Seed();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        var whole = await client.Get("/api/v1/coverage");
        var counted = 0;

        ShouldGiveTheStoredBody(app);
        foreach (var filter in Filters)
        {
            var matrix = await client.Get($"/api/v1/coverage?{filter}");
            Frame(matrix).ShouldBe(Frame(whole), filter);
            foreach (var row in matrix["conditions"]!.AsArray().Where(row => row!["id"] is not null))
            {
                var id = row!["id"]!.GetValue<string>();
                foreach (var cell in row["cells"]!.AsArray())
                {
                    var list = await client.Get(
                        $"/api/v1/claims?{filter}&condition={id}&domain={cell!["domain"]}&facets=evidenceLevel,fidelity&limit=1"
                    );
                    var total = cell["total"]!.GetValue<int>();
                    total.ShouldBe(list["total"]!.GetValue<int>(), $"{filter} {id} {cell["domain"]}");
                    Counts(cell["byLevel"]!).ShouldBe(Facet(list, "evidenceLevel"), ignoreOrder: true);
                    Counts(cell["byFidelity"]!).ShouldBe(Facet(list, "fidelity"), ignoreOrder: true);
                    counted += total;
                }
            }
        }

        counted.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Claims_without_a_condition_keep_their_row_when_a_filter_leaves_none_of_them()
    {
        using var seed = SeedFiles.Minimal();
        seed.Claims.Add(Given.AClaim("no-condition", kind: "usage"));
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();

        Total((await client.Get("/api/v1/coverage?kind=usage"))["conditions"]![1]!).ShouldBe(1);
        Total((await client.Get("/api/v1/coverage?kind=safety"))["conditions"]![1]!).ShouldBe(0);
    }

    private static void ShouldGiveTheStoredBody(CatalogueApp app)
    {
        using var scope = app.Services.CreateScope();
        var reader = scope.ServiceProvider.GetRequiredService<ReleaseReader>();
        reader.Select(null, null).ShouldBeNull();

        System
            .Text.Encoding.UTF8.GetString(CatalogueJson.Write(CoverageMatrix.Of(reader, new GetCoverageQuery())))
            .ShouldBe(System.Text.Encoding.UTF8.GetString(reader.Open.Report(Collection.Coverage)!));
    }

    /// <summary>The matrix without its counts.</summary>
    private static string Frame(JsonNode matrix)
    {
        var frame = matrix.DeepClone();
        foreach (var row in frame["conditions"]!.AsArray())
        {
            row!["cells"] = new JsonArray([.. row["cells"]!.AsArray().Select(cell => cell!["domain"]!.DeepClone())]);
        }

        return frame.ToJsonString();
    }

    private static int Total(JsonNode row) => row["cells"]!.AsArray().Sum(cell => cell!["total"]!.GetValue<int>());

    private static List<string> Counts(JsonNode counts) =>
        [
            .. counts
                .AsObject()
                .Where(pair => pair.Value!.GetValue<int>() > 0)
                .Select(pair => $"{pair.Key} {pair.Value}"),
        ];

    private static List<string> Facet(JsonNode list, string name) =>
        [.. list["facets"]![name]!.AsArray().Select(value => $"{value!["value"]} {value["count"]}")];

    /// <summary>A catalogue whose claims are on any number of conditions and outcomes of several domains.</summary>
    private sealed class RandomMatrix(int number)
    {
        private static readonly string[] Domains = ["skin", "survival", "general", "practice", "infection"];
        private static readonly string[] Colours = ["red", "blue"];
        private static readonly string[] Kinds = ["efficacy", "safety", "usage"];
        private readonly Random _random = new(number);

        public SeedFiles Seed()
        {
            var seed = SeedFiles.Minimal();
            seed.Studies.Add(Given.AStudy("caser-2001", design: "case-series"));
            var (conditions, outcomes) = (new List<string> { "test-disease" }, new List<string> { "test-outcome" });
            for (var added = 1; added <= 6; added++)
            {
                conditions.Add($"disease-{_random.Next(100)}-{added}");
                seed.Conditions.Add(Given.ACondition(conditions[^1]));
                outcomes.Add($"outcome-{_random.Next(100)}-{added}");
                seed.Outcomes.Add(Given.AnOutcome(outcomes[^1]));
                seed.Outcomes[^1]!["domain"] = Domains[_random.Next(Domains.Length)];
            }

            for (var added = 0; added < 40; added++)
            {
                // Every condition and every outcome is in use; after that, any may be.
                var (on, about) =
                    added < conditions.Count
                        ? ([conditions[added]], outcomes[added])
                        : (
                            conditions.Where(_ => _random.Next(4) == 0).ToArray(),
                            outcomes[_random.Next(outcomes.Count)]
                        );
                var study = new[] { null, "tester-2020", "caser-2001" }[_random.Next(3)];
                seed.Claims.Add(
                    Given.AClaim(
                        $"{Colours[_random.Next(Colours.Length)]}-{added}",
                        conditions: on,
                        outcome: about,
                        kind: Kinds[_random.Next(Kinds.Length)],
                        citations: study is null ? [] : [Given.ACitation(study)]
                    )
                );
                if (study is not null)
                {
                    Given.Judge(seed.Claims[^1]!, isContradicted: _random.Next(3) == 0);
                }
            }

            seed.Claims.Add(Given.AClaim("cites-the-series", citations: [Given.ACitation("caser-2001")]));
            return seed;
        }
    }
}
