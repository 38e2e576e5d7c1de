using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Claims;

/// <summary>What a claim says of its own strength, the filters on it, and what a list says of what they hide.</summary>
public sealed class StrengthTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public StrengthTests()
    {
        Study("alone", match: "exact", sampleSize: 10);
        Study("again", match: "exact", sampleSize: 8, cohort: "alone");
        Study("mixed", match: "combined", sampleSize: null, design: "case-series");
        Study("withdrawn", match: "exact", sampleSize: 5, standing: "retracted");
        Claim("sounds-right", "pilot-trial", "alone", "again");
        Claim("sounds-strong", "pilot-trial", "mixed");
        Claim("sounds-weak", "anecdotal", "alone");
        Claim("fell", "case-series", "withdrawn");
        Claim("says-nothing", implied: null);
        var reversed = Claim("reversed", "pilot-trial", "alone");
        var toSource = reversed["fidelity"]!["toSource"]!;
        toSource["label"] = "contradicted";
        toSource["differences"] = new JsonArray("direction-reversed", "overstated");
        toSource["checked"]!["on"] = "2026-03-01";
        reversed["citations"]![0]!["relation"] = "contradicts";
        _app = CatalogueApp.On(_seed);
        _client = _app.CreateClient();
    }

    [Theory]
    [InlineData("levelGap=overstated", "sounds-strong", "fell")]
    [InlineData("levelGap=as-stated", "reversed", "sounds-right")]
    [InlineData("levelGap=understated", "sounds-weak")]
    [InlineData("impliedLevel=case-series", "fell")]
    [InlineData("interventionMatch=combined", "sounds-strong")]
    [InlineData("interventionMatch=exact&levelGap=as-stated", "reversed", "sounds-right")]
    [InlineData("difference=overstated", "reversed")]
    [InlineData("difference=direction-reversed&difference=other-dose", "reversed")]
    [InlineData("checkedSince=2026-03-01", "reversed")]
    [InlineData("checkedSince=2026-03-02")]
    public async Task Claims_are_filtered_by_how_strong_and_how_true_they_are(
        string filter,
        params string[] expected
    ) => (await _client.Get($"/api/v1/claims?{filter}")).Ids().ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public async Task Facets_count_what_the_filters_find()
    {
        var list = await _client.Get("/api/v1/claims?facets=levelGap,interventionMatch,difference");
        foreach (var field in new[] { "levelGap", "interventionMatch", "difference" })
        {
            var values = list["facets"]![field]!.AsArray();
            values.ShouldNotBeEmpty();
            foreach (var value in values)
            {
                var filtered = await _client.Get($"/api/v1/claims?{field}={value!["value"]}");
                filtered["total"]!.GetValue<int>().ShouldBe(value["count"]!.GetValue<int>());
            }
        }
    }

    [Fact]
    public async Task Several_reports_on_the_same_people_are_one_cohort()
    {
        var claim = await _client.Get("/api/v1/claims/sounds-right");
        claim["levelTrace"]!["countedStudies"]!.AsArray().Count.ShouldBe(2);
        claim["independentCohorts"]!.GetValue<int>().ShouldBe(1);
        claim["participants"]!.GetValue<int>().ShouldBe(10);
        (await _client.Get("/api/v1/studies?cohort=alone")).Ids().ShouldBe(["again", "alone"]);
    }

    [Fact]
    public async Task People_whom_nobody_counted_are_no_number()
    {
        var claim = await _client.Get("/api/v1/claims/sounds-strong");
        claim["participants"].ShouldBeNull();
        claim["independentCohorts"]!.GetValue<int>().ShouldBe(1);
        claim["levelTrace"]!["caution"]!.GetValue<string>().ShouldContain("5 mg a day by mouth");
        (await _client.Get("/api/v1/claims/sounds-right"))["levelTrace"]!["caution"].ShouldBeNull();
    }

    [Fact]
    public async Task The_trace_says_in_words_why_a_study_does_not_count()
    {
        var left = (await _client.Get("/api/v1/claims/fell"))["levelTrace"]!["notCounted"]![0]!;
        left["reason"]!.GetValue<string>().ShouldBe("retracted");
        left["why"]!.GetValue<string>().ShouldBe("retracted");
    }

    [Fact]
    public async Task A_list_on_a_condition_says_what_its_filters_hold_back()
    {
        var all = await _client.Get("/api/v1/claims?condition=test-disease");
        all["heldBack"].ShouldBeNull("nothing is filtered");
        var total = all["total"]!.GetValue<int>();

        foreach (
            var address in new[]
            {
                "/api/v1/claims?condition=test-disease&interventionMatch=higher-dose",
                "/api/v1/conditions/test-disease/claims?interventionMatch=higher-dose",
            }
        )
        {
            var none = await _client.Get(address);
            none.Ids().ShouldBeEmpty();
            var held = none["heldBack"]!;
            held["total"]!.GetValue<int>().ShouldBe(total);
            held["byFidelity"]!["contradicted"]!.GetValue<int>().ShouldBe(1);
            held["byLevel"]!.AsObject().Sum(level => level.Value!.GetValue<int>()).ShouldBe(total);
        }

        var exact = await _client.Get("/api/v1/claims?condition=test-disease&interventionMatch=exact");
        exact["heldBack"]!["total"]!.GetValue<int>().ShouldBe(total - exact["total"]!.GetValue<int>());
        (await _client.Get("/api/v1/claims?interventionMatch=exact"))["heldBack"]
            .ShouldBeNull("no condition was asked for");
        (await _client.Get("/api/v1/claims?condition=test-disease&kind=safety"))["heldBack"]
            .ShouldBeNull("another kind of claim is not weaker evidence");
    }

    [Fact]
    public async Task What_is_known_to_be_missing_stands_beside_the_claims_on_a_condition()
    {
        _seed.Conditions.Add(Given.ACondition("bare-disease"));
        _seed.Conditions[^1]!["absences"] = new JsonArray(
            new JsonObject
            {
                ["statement"] = "The page cites no study in people.",
                ["lookedAt"] = "the page",
                ["by"] = "a tester",
                ["on"] = "2026-01-02",
            }
        );
        _seed.Claims.Add(Given.AClaim("bare-claim", conditions: ["bare-disease"]));
        await _app.Publish();

        var list = await _client.Get("/api/v1/conditions/bare-disease/claims?evidenceLevel=pilot-trial");
        list.Ids().ShouldBeEmpty();
        list["absences"]![0]!["condition"]!.GetValue<string>().ShouldBe("bare-disease");
        list["absences"]![0]!["by"]!.GetValue<string>().ShouldBe("a tester");
        (await _client.Get("/api/v1/conditions/bare-disease"))["absences"]!.AsArray().Count.ShouldBe(1);
        (await _client.Get("/api/v1/claims?kind=efficacy"))["absences"].ShouldBeNull("no condition was asked for");
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _seed.Dispose();
    }

    private void Study(
        string id,
        string match,
        int? sampleSize,
        string? cohort = null,
        string design = "open-label-trial",
        string standing = "current"
    )
    {
        var study = Given.AStudy(id, design, standing);
        study["interventionMatch"] = match;
        if (sampleSize is { } size)
        {
            study["sampleSize"] = size;
        }

        if (cohort is not null)
        {
            study["cohort"] = cohort;
        }

        if (standing != "current")
        {
            study["standingNotice"] = new JsonObject { ["date"] = "2026-01-01", ["notice"] = "It was withdrawn." };
        }

        _seed.Studies.Add(study);
    }

    private JsonObject Claim(string id, string? implied, params string[] studies)
    {
        var claim = Given.AClaim(
            id,
            conditions: ["test-disease"],
            citations: [.. studies.Select(study => Given.ACitation(study))]
        );
        if (implied is not null)
        {
            claim["impliedLevel"] = implied;
        }

        if (studies.Length > 0)
        {
            claim["fidelity"]!["toSource"]!["checked"] = new JsonObject { ["by"] = "a tester", ["on"] = "2026-01-01" };
        }

        _seed.Claims.Add(claim);
        return claim;
    }
}
