using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Lookup;

public sealed class LookUpRecordTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public LookUpRecordTests()
    {
        _seed.Conditions[0]!["codes"] = new JsonArray(
            Code("icd10cm", "K50.90"),
            Code("mondo", "MONDO:0005011"),
            Code("umls", "C0010346")
        );
        _seed.Conditions.Add(Given.ACondition("first-disease", codes: [("icd10cm", "B20"), ("mesh", "D003424")]));
        _seed.Conditions.Add(Given.ACondition("second-disease", codes: [("icd10cm", "B20"), ("icd10cm", "K50.80")]));
        _seed.Mechanisms[0]!["codes"] = new JsonArray(Code("go", "GO:0001774"));
        _seed.Outcomes[0]!["codes"] = new JsonArray(Code("loinc", "72514-3"));
        foreach (var id in new[] { "first-disease", "second-disease" })
        {
            _seed.Claims.Add(Given.AClaim($"on-{id}", conditions: [id], citations: [Given.ACitation("tester-2020")]));
        }

        var study = _seed.Studies[0]!;
        (study["doi"], study["pmid"], study["pmcid"]) = ("10.1002/Art.(SICI)1/37734", "17222320", "PMC2891387");
        _app = CatalogueApp.On(_seed);
        _client = _app.CreateClient(new() { AllowAutoRedirect = false });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("doi/10.1002/Art.(SICI)1/37734", "studies/tester-2020")]
    [InlineData("doi/10.1002/ART.(sici)1/37734", "studies/tester-2020")]
    [InlineData("doi/10.1002%2Fart.%28SICI%291%2f37734", "studies/tester-2020")]
    [InlineData("doi/https://doi.org/10.1002/art.(sici)1/37734", "studies/tester-2020")]
    [InlineData("doi/DOI:%2010.1002/art.(sici)1/37734.", "studies/tester-2020")]
    [InlineData("pmid/17222320", "studies/tester-2020")]
    [InlineData("pmid/17222320/", "studies/tester-2020")]
    [InlineData("pmid/PMID:%20017222320", "studies/tester-2020")]
    [InlineData("pmid/https://pubmed.ncbi.nlm.nih.gov/17222320/", "studies/tester-2020")]
    [InlineData("pmcid/PMC2891387", "studies/tester-2020")]
    [InlineData("pmcid/pmc2891387", "studies/tester-2020")]
    [InlineData("icd10cm/K50.90", "conditions/test-disease")]
    [InlineData("icd10cm/k5090", "conditions/test-disease")]
    [InlineData("mondo/0005011", "conditions/test-disease")]
    [InlineData("mondo/MONDO:0005011", "conditions/test-disease")]
    [InlineData("umls/C0010346", "conditions/test-disease")]
    [InlineData("mesh/D003424", "conditions/first-disease")]
    [InlineData("go/GO:0001774", "mechanisms/test-mechanism")]
    [InlineData("loinc/72514-3", "outcomes/test-outcome")]
    public async Task Each_system_leads_to_the_record_and_release_goes_along(string identifier, string record)
    {
        (await LocationOf(identifier)).ShouldBe($"/api/v1/{record}");
        (await LocationOf($"{identifier}?release=1")).ShouldBe($"/api/v1/{record}?release=1");
        (await _client.Get(await LocationOf(identifier)))["id"]!.GetValue<string>().ShouldBe(record.Split('/')[1]);
        (await _client.Get(await LocationOf($"{identifier}?release=1")))["id"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("icd10cm/B20", new[] { "first-disease", "second-disease" })]
    [InlineData("icd10cm/K50", new[] { "second-disease", "test-disease" })]
    public async Task A_code_of_several_records_leads_to_their_list(string identifier, string[] records)
    {
        (await _client.Get(await LocationOf(identifier))).Ids().ShouldBe(records);
        var pinned = await _client.Get(await LocationOf($"{identifier}?release=1"));
        pinned.Ids().ShouldBe(records);
        (await LocationOf($"{identifier}?release=1")).ShouldEndWith("&release=1");
    }

    [Fact]
    public async Task A_day_leads_to_the_record_as_it_was_then()
    {
        var day = _app.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _ = await _client.Get("/api/v1");
        _app.Clock.Advance(TimeSpan.FromDays(2));
        _seed.Studies[0]!["id"] = "tester-2021";
        foreach (var claim in _seed.Claims)
        {
            claim!["citations"]![0]!["study"] = "tester-2021";
        }

        await _app.Publish();

        (await LocationOf("pmid/17222320")).ShouldBe("/api/v1/studies/tester-2021");
        var then = await LocationOf($"pmid/17222320?asOf={day}");
        (await _client.Get(then))["id"]!.GetValue<string>().ShouldBe("tester-2020");
        (await _client.Get(await LocationOf("pmid/17222320?release=1")))["id"]!
            .GetValue<string>()
            .ShouldBe("tester-2020");
    }

    [Theory]
    [InlineData("isbn/123", "system")]
    [InlineData("PMID/17222320", "system")]
    [InlineData("pmid/abc", "value")]
    [InlineData("pmid/123456789", "value")]
    [InlineData("pmid/17222320/5", "value")]
    [InlineData("pmcid/2891387", "value")]
    [InlineData("pmcid/PMCabc", "value")]
    [InlineData("doi/11.1002/x", "value")]
    [InlineData("doi/10.1002", "value")]
    [InlineData("mesh/x", "value")]
    [InlineData("go/001774", "value")]
    [InlineData("snomedct/34000007", "value")]
    [InlineData("nct/715117", "value")]
    [InlineData("icd10cm/...", "value")]
    public async Task What_has_no_form_is_a_400_problem_that_names_the_part(string identifier, string part)
    {
        var problem = await _client.GetProblem(
            $"/api/v1/lookup/{identifier}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        problem["errors"]!.AsObject().Select(error => error.Key).ShouldBe([part]);
    }

    [Theory]
    [InlineData("doi/10.1002/other")]
    [InlineData("pmid/1")]
    [InlineData("pmcid/PMC1")]
    [InlineData("mesh/D000001")]
    [InlineData("icd10cm/Z99.9")]
    [InlineData("mondo/MONDO:0000001")]
    [InlineData("go/GO:0000001")]
    [InlineData("loinc/1-8")]
    [InlineData("umls/C0000001")]
    public async Task What_no_record_carries_is_a_404_problem(string identifier) =>
        await _client.GetProblem($"/api/v1/lookup/{identifier}", HttpStatusCode.NotFound, "record-not-found");

    [Fact]
    public async Task A_release_that_does_not_exist_is_a_404_problem() =>
        await _client.GetProblem(
            "/api/v1/lookup/pmid/17222320?release=9",
            HttpStatusCode.NotFound,
            "release-not-found"
        );

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _seed.Dispose();
    }

    private static JsonObject Code(string system, string value) => new() { ["system"] = system, ["value"] = value };

    private async Task<string> LocationOf(string identifier)
    {
        using var response = await _client.GetAsync($"/api/v1/lookup/{identifier}", Cancellation);
        response.StatusCode.ShouldBe(
            HttpStatusCode.SeeOther,
            $"{identifier}: {await response.Content.ReadAsStringAsync(Cancellation)}"
        );
        response.Headers.GetValues("Catalogue-Release").ShouldHaveSingleItem();
        return response.Headers.Location!.OriginalString;
    }
}
