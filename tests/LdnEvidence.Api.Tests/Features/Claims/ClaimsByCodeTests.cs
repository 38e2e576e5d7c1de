using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Claims;

/// <summary>A patient's problem list as a filter: codes that mean conditions, mechanisms or outcomes, and those that mean none.</summary>
public sealed class ClaimsByCodeTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public ClaimsByCodeTests()
    {
        foreach (var (id, match) in new[] { ("bowel", "K50"), ("pain", "M79.7"), ("growth", "C00-C96") })
        {
            var condition = Given.ACondition(id);
            condition["icd10cmMatching"] = new JsonObject
            {
                ["matchBy"] = match.Contains('-', StringComparison.Ordinal) ? "block" : "prefix",
                ["match"] = new JsonArray(match),
            };
            _seed.Conditions.Add(condition);
            _seed.Studies.Add(Given.AStudy($"{id}-2020"));
            _seed.Claims.Add(Given.AClaim($"on-{id}", conditions: [id], citations: [Given.ACitation($"{id}-2020")]));
        }

        _seed.Conditions.Add(Given.ACondition("gland"));
        _seed.Conditions[^1]!["broader"] = "growth";
        _seed.Claims.Add(Given.AClaim("on-gland", conditions: ["gland"]));
        _seed.Outcomes[0]!["codes"] = new JsonArray(new JsonObject { ["system"] = "loinc", ["value"] = "72514-3" });
        _app = CatalogueApp.On(_seed);
        _client = _app.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("icd10cm|K50.00", "on-bowel")]
    [InlineData("icd10cm|k5090", "on-bowel")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm|K50", "on-bowel")]
    [InlineData("icd10cm|M79.7", "on-pain")]
    [InlineData("icd10cm|C7A.00", "on-growth")]
    public async Task A_patients_code_finds_the_claims_on_the_condition_that_it_means(string code, string claim)
    {
        var page = await _client.Get($"/api/v1/claims?code={Uri.EscapeDataString(code)}");

        page.Ids().ShouldBe([claim]);
        page["unmatchedCodes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_problem_list_is_one_request_and_what_means_nothing_is_named()
    {
        const string Query =
            "code=icd10cm%7CK50.00&code=icd10cm%7CM79&code=mesh%7CD000001&code=icd10cm%7CC25.0&code=urn:oid:1.2.3%7Cx%20y";
        string[] unmatched = ["icd10cm|M79", "mesh|D000001", "urn:oid:1.2.3|x y"];

        var page = await _client.Get($"/api/v1/claims?{Query}&facets=kind&sort=id");
        page.Ids().ShouldBe(["on-bowel", "on-growth"]);
        Unmatched(page).ShouldBe(unmatched);
        page["facets"]!["kind"]![0]!["count"]!.GetValue<int>().ShouldBe(2);

        Unmatched(await _client.Get($"/api/v1/conditions?{Query}")).ShouldBe(unmatched);
        var studies = await _client.Get($"/api/v1/studies?{Query}");
        studies.Ids().ShouldBe(["bowel-2020", "growth-2020"]);
        Unmatched(studies).ShouldBe(unmatched);
    }

    [Theory]
    [InlineData("claims", "csv")]
    [InlineData("claims", "ndjson")]
    [InlineData("studies", "bibtex")]
    [InlineData("conditions", "csv")]
    [InlineData("claims", "json")]
    public async Task Formats_without_an_envelope_name_them_in_a_header(string list, string format)
    {
        using var response = await _client.GetAsync(
            $"/api/v1/{list}?format={format}&code=icd10cm%7CK50.00&code=icd10cm%7CM79&code=urn:oid:1.2.3%7Ca,b",
            Cancellation
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response
            .Headers.GetValues("Unmatched-Codes")
            .ShouldHaveSingleItem()
            .ShouldBe("icd10cm%7CM79, urn%3Aoid%3A1.2.3%7Ca%2Cb");
    }

    [Fact]
    public async Task Coverage_counts_the_claims_on_what_codes_mean()
    {
        var matrix = await _client.Get("/api/v1/coverage?code=icd10cm%7CK50.00&code=icd10cm%7CM79");

        Unmatched(matrix).ShouldBe(["icd10cm|M79"]);
        matrix["conditions"]!
            .AsArray()
            .Where(row => row!["cells"]!.AsArray().Sum(cell => cell!["total"]!.GetValue<int>()) > 0)
            .Select(row => row!["id"]!.GetValue<string>())
            .ShouldBe(["bowel"]);
    }

    [Fact]
    public async Task An_outcomes_code_finds_the_claims_on_it() =>
        (await _client.Get("/api/v1/claims?code=loinc%7C72514-3"))["total"]!
            .GetValue<int>()
            .ShouldBe(_seed.Claims.Count);

    [Fact]
    public async Task Narrower_conditions_come_along_where_they_are_asked_for()
    {
        (await _client.Get("/api/v1/claims?code=icd10cm%7CC25")).Ids().ShouldBe(["on-growth"]);
        (await _client.Get("/api/v1/claims?code=icd10cm%7CC25&includeNarrower=true&sort=id"))
            .Ids()
            .ShouldBe(["on-gland", "on-growth"]);
    }

    [Fact]
    public async Task A_code_narrows_the_claims_of_a_record_too()
    {
        (await _client.Get("/api/v1/conditions/bowel/claims?code=icd10cm%7CK50.1")).Ids().ShouldBe(["on-bowel"]);
        (await _client.Get("/api/v1/conditions/pain/claims?code=icd10cm%7CK50.1")).Ids().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_known_to_be_missing_is_said_of_a_condition_that_a_code_means()
    {
        var absence = new JsonObject
        {
            ["statement"] = "No study in people was found on the bowel.",
            ["lookedAt"] = "The list of references",
            ["by"] = "A reader",
            ["on"] = "2026-11-01",
        };
        _seed.Conditions.First(condition => condition!["id"]!.GetValue<string>() == "bowel")!["absences"] =
            new JsonArray(absence);
        using var app = CatalogueApp.On(_seed);
        using var client = app.CreateClient();

        var page = await client.Get("/api/v1/claims?code=icd10cm%7CK50.00");

        page["absences"]![0]!["condition"]!.GetValue<string>().ShouldBe("bowel");
    }

    [Fact]
    public async Task A_list_without_codes_has_no_member_for_them() =>
        (await _client.Get("/api/v1/claims"))["unmatchedCodes"].ShouldBeNull();

    [Fact]
    public async Task A_problem_list_of_a_hundred_and_fifty_codes_fits_and_more_are_refused()
    {
        var codes = Enumerable
            .Range(0, 150)
            .Select(number => $"code=icd10cm%7CZ{number / 10 % 10}{number % 10}.{number / 100}");
        var query = string.Join('&', codes);

        Unmatched(await _client.Get($"/api/v1/claims?{query}")).Length.ShouldBe(150);
        var problem = await _client.GetProblem(
            $"/api/v1/claims?{query}&code=icd10cm%7CK50",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        problem["errors"]!["code"]![0]!.GetValue<string>().ShouldContain("at most 150");
    }

    [Theory]
    [InlineData("icd10|K50")]
    [InlineData("sct|34000006")]
    public async Task A_short_name_that_no_system_has_is_refused(string code)
    {
        var problem = await _client.GetProblem(
            $"/api/v1/claims?code={Uri.EscapeDataString(code)}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        problem["errors"]!["code"]![0]!.GetValue<string>().ShouldContain("known: mesh, icd10cm");
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _seed.Dispose();
    }

    private static string[] Unmatched(JsonNode page) =>
        [.. page["unmatchedCodes"]!.AsArray().Select(code => code!.GetValue<string>())];
}
