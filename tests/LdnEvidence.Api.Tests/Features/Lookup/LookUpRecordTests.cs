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
        _seed.Conditions.Add(Ruled("broad-disease", "block", "C00-C96"));
        _seed.Conditions.Add(Ruled("narrow-disease", "prefix", "C25", exclude: "C25.3"));
        _seed.Conditions[^1]!["broader"] = "broad-disease";
        _seed.Conditions.Add(Ruled("painful-disease", "prefix", "M79.7"));
        foreach (
            var id in new[] { "first-disease", "second-disease", "broad-disease", "narrow-disease", "painful-disease" }
        )
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

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("application/*;q=0.5, text/plain")]
    [InlineData("text/html;q=0.5, application/json")]
    public async Task A_caller_that_accepts_json_gets_the_candidates(string accept)
    {
        var one = await Json("pmid/PMID:%2017222320", accept);
        (one["system"]!.GetValue<string>(), one["value"]!.GetValue<string>()).ShouldBe(("pmid", "17222320"));
        one["release"]!.GetValue<int>().ShouldBe(1);
        var match = one["matches"]!.AsArray().ShouldHaveSingleItem()!;
        match["collection"]!.GetValue<string>().ShouldBe("studies");
        match["id"]!.GetValue<string>().ShouldBe("tester-2020");
        match["name"]!.GetValue<string>().ShouldContain("Tester");
        match["url"]!.GetValue<string>().ShouldBe("/api/v1/studies/tester-2020");

        var several = await Json("icd10cm/B20", accept);
        several["matches"]!
            .AsArray()
            .Select(each => each!["id"]!.GetValue<string>())
            .ShouldBe(["first-disease", "second-disease"]);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("application/problem+json")]
    [InlineData("text/csv")]
    public async Task Every_other_caller_is_redirected(string accept)
    {
        using var response = await Send("pmid/17222320", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe("/api/v1/studies/tester-2020");
    }

    [Theory]
    [InlineData("pmid")]
    [InlineData("pmid/")]
    [InlineData("icd10cm/%20")]
    public async Task A_look_up_without_an_identifier_says_what_is_missing(string address)
    {
        var problem = await _client.GetProblem(
            $"/api/v1/lookup/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        problem["errors"]!["value"]![0]!.GetValue<string>().ShouldStartWith("It is missing; expected ");
    }

    [Fact]
    public async Task A_code_means_the_condition_whose_rule_names_it_most_closely()
    {
        (await LocationOf("icd10cm/C25.0")).ShouldBe("/api/v1/conditions/narrow-disease");
        (await LocationOf("icd10cm/C26.0")).ShouldBe("/api/v1/conditions/broad-disease");
        (await LocationOf("icd10cm/C25.3")).ShouldBe("/api/v1/conditions/broad-disease");
    }

    [Fact]
    public async Task A_category_that_means_no_condition_names_those_below_it_and_is_none_of_them()
    {
        var problem = await _client.GetProblem(
            "/api/v1/lookup/icd10cm/M79",
            HttpStatusCode.NotFound,
            "record-not-found"
        );
        problem["detail"]!.GetValue<string>().ShouldContain("codes below it mean painful-disease.");
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

    private static JsonObject Ruled(string id, string matchBy, string match, string? exclude = null)
    {
        var condition = Given.ACondition(id);
        condition["icd10cmMatching"] = new JsonObject { ["matchBy"] = matchBy, ["match"] = new JsonArray(match) };
        if (exclude is not null)
        {
            condition["icd10cmMatching"]!["exclude"] = new JsonArray(exclude);
        }

        return condition;
    }

    private static JsonObject Code(string system, string value) => new() { ["system"] = system, ["value"] = value };

    private async Task<HttpResponseMessage> Send(string identifier, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/lookup/{identifier}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await _client.SendAsync(request, Cancellation);
    }

    private async Task<JsonNode> Json(string identifier, string accept)
    {
        using var response = await Send(identifier, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag.ShouldNotBeNull();
        response.Headers.Vary.ShouldContain("Accept");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

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
