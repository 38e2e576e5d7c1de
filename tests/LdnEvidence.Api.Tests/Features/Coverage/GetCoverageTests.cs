using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Coverage;

public sealed class GetCoverageTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private CatalogueApp? _app;

    [Fact]
    public async Task A_cell_counts_the_claims_on_a_condition_in_a_domain_by_level_and_fidelity()
    {
        Domain("skin-outcome", "skin");
        Claim("skin-one", ["test-disease"], "skin-outcome", "not-supported", Given.ACitation("tester-2020"));
        Claim("skin-two", ["test-disease"], "skin-outcome");

        var coverage = await Coverage();

        Texts(coverage["domains"]!).ShouldBe(["general", "skin"]);
        var cells = Row(coverage, "test-disease")["cells"]!.AsArray();
        cells.Select(cell => cell!["domain"]!.GetValue<string>()).ShouldBe(["general", "skin"]);
        cells[1]!
            .ToJsonString()
            .ShouldBe(
                """{"domain":"skin","total":2,"byLevel":{"pilot-trial":1,"case-series":0,"anecdotal":1},"byFidelity":{"supported":0,"partly-supported":0,"not-supported":1,"contradicted":0,"not-checked":0,"nothing-cited":1}}"""
            );
        cells[0]!["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_gap_is_a_cell_with_nothing_in_it_beside_what_was_not_found()
    {
        Domain("skin-outcome", "skin");
        _seed.Conditions.Add(Given.ACondition("other-disease"));
        Claim("skin-one", ["other-disease"], "skin-outcome");

        var row = Row(await Coverage(), "other-disease");

        row["cells"]!.AsArray().Select(cell => cell!["total"]!.GetValue<int>()).ShouldBe([0, 1]);
        row["absences"]!.AsArray().Single()!["statement"]!
            .GetValue<string>()
            .ShouldBe("The page cites no study in people.");
    }

    [Fact]
    public async Task Claims_that_name_no_condition_have_a_row_of_their_own_at_the_end()
    {
        Claim("no-condition", [], "test-outcome");

        var last = (await Coverage())["conditions"]!.AsArray()[^1]!;

        last["id"].ShouldBeNull();
        last["cells"]!.AsArray().Single()!["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Where_every_claim_names_a_condition_there_is_no_such_row() =>
        (await Coverage())["conditions"]!
            .AsArray()
            .Select(row => row!["id"]?.GetValue<string>())
            .ShouldBe(["test-disease"]);

    [Fact]
    public async Task A_claim_on_two_conditions_counts_for_both_and_an_older_release_keeps_its_matrix()
    {
        var before = await Coverage();
        _seed.Conditions.Add(Given.ACondition("other-disease"));
        Claim("both", ["test-disease", "other-disease"], "test-outcome");
        await _app!.Publish();

        var after = await Client.Get("/api/v1/coverage");

        after["release"]!.GetValue<int>().ShouldBe(2);
        (Total(after, "other-disease"), Total(after, "test-disease")).ShouldBe((1, 2));
        (await Client.Get("/api/v1/coverage?release=1")).ToJsonString().ShouldBe(before.ToJsonString());
    }

    public void Dispose()
    {
        _app?.Dispose();
        _seed.Dispose();
    }

    private HttpClient Client => (_app ??= CatalogueApp.On(_seed)).CreateClient();

    private Task<JsonNode> Coverage() => Client.Get("/api/v1/coverage");

    private void Domain(string outcome, string domain)
    {
        var record = Given.AnOutcome(outcome);
        record["domain"] = domain;
        _seed.Outcomes.Add(record);
    }

    private void Claim(
        string id,
        string[] conditions,
        string outcome,
        string? fidelity = null,
        params JsonObject[] citations
    ) => _seed.Claims.Add(Given.AClaim(id, conditions, outcome: outcome, fidelity: fidelity, citations: citations));

    private static JsonNode Row(JsonNode coverage, string id) =>
        coverage["conditions"]!.AsArray().Single(row => row!["id"]?.GetValue<string>() == id)!;

    /// <summary>How many claims the one cell of a row counts.</summary>
    private static int Total(JsonNode coverage, string id) =>
        Row(coverage, id)["cells"]!.AsArray().Single()!["total"]!.GetValue<int>();

    private static IEnumerable<string> Texts(JsonNode array) =>
        array.AsArray().Select(item => item!.GetValue<string>());
}
