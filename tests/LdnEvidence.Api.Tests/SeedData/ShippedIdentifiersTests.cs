using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.SeedData;

/// <summary>The identifiers of the shipped records, in the forms in which people paste them.</summary>
public sealed class ShippedIdentifiersTests : IDisposable
{
    private readonly CatalogueApp _app = new();
    private readonly HttpClient _client;

    public ShippedIdentifiersTests() => _client = _app.CreateClient();

    [Theory]
    [InlineData("doi", "younger-2009", "10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("doi", "younger-2009", "DOI: 10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("doi", "younger-2009", "https://www.doi.org/10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("doi", "younger-2009", " 10.1111/j.1526-4637.2009.00613.x. ")]
    [InlineData("doi", "puente-1992", "(10.1016/0889-1591(92)90057-U)")]
    [InlineData("pmid", "smith-2007", "pmid 17222320")]
    [InlineData("pmid", "smith-2007", "017222320")]
    [InlineData("pmid", "smith-2007", "https://pubmed.ncbi.nlm.nih.gov/17222320/")]
    public async Task A_study_is_found_by_look_up_and_by_filter(string system, string id, string text)
    {
        (await LookUp(system, text)).ShouldBe([id]);
        (await _client.Get($"/api/v1/studies?{system}={Uri.EscapeDataString(text)}")).Ids().ShouldBe([id]);
    }

    [Theory]
    [InlineData("younger-2014", "PMC3962576")]
    [InlineData("younger-2014", "PMCID: PMC3962576")]
    [InlineData("younger-2014", "pmc3962576")]
    public async Task A_study_is_found_by_its_pmcid(string id, string text) =>
        (await LookUp("pmcid", text)).ShouldBe([id]);

    [Theory]
    [InlineData("smith-2013", "NCT00715117")]
    [InlineData("smith-2013", "nct00715117")]
    [InlineData("smith-2013", "https://clinicaltrials.gov/study/NCT00715117")]
    [InlineData("cree-2010", "ClinicalTrials.gov Identifier: NCT00501696")]
    public async Task A_study_is_found_by_its_trial_number(string id, string text) =>
        (await LookUp("nct", text)).ShouldBe([id]);

    [Theory]
    [InlineData("icd10cm", "m79.7", "fibromyalgia")]
    [InlineData("icd10cm", "M797", "fibromyalgia")]
    [InlineData("icd10cm", "K50", "crohns-disease")]
    [InlineData("icd10cm", "K50.919", "crohns-disease")]
    [InlineData("icd10cm", "K5090", "crohns-disease")]
    [InlineData("icd10cm", "C25.0", "pancreatic-cancer")]
    [InlineData("icd10cm", "C7A.00", "cancer")]
    [InlineData("icd10cm", "C80.1", "cancer-of-unknown-primary-site")]
    [InlineData("icd10cm", "C80.0", "cancer")]
    [InlineData("icd10cm", "G20.A1", "parkinson-disease")]
    [InlineData("icd10cm", "G35.D", "multiple-sclerosis")]
    [InlineData("icd10cm", "M06.9", "rheumatoid-arthritis")]
    [InlineData("icd10cm", "F11.20", "opioid-dependence")]
    [InlineData("icd10cm", "F11.10", "substance-use-disorder")]
    [InlineData("icd10cm", "Z21", "hiv-infection")]
    [InlineData("icd10cm", "Z79.891", "opioid-medicine-use")]
    [InlineData("mondo", "0005011", "crohns-disease")]
    [InlineData("mondo", "MONDO_0005011", "crohns-disease")]
    [InlineData("mesh", "d003424", "crohns-disease")]
    public async Task A_code_means_one_condition(string system, string value, string id)
    {
        (await LookUp(system, value)).ShouldBe([id]);
        var code = Uri.EscapeDataString($"{system}|{value}");
        (await _client.Get($"/api/v1/conditions?code={code}")).Ids().ShouldBe([id]);
        var claims = await _client.Get($"/api/v1/claims?code={code}");
        claims["total"]!
            .GetValue<int>()
            .ShouldBe((await _client.Get($"/api/v1/conditions/{id}/claims"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Hiv_disease_means_two_conditions() =>
        (await LookUp("icd10cm", "B20")).ShouldBe(["aids", "hiv-infection"]);

    [Theory]
    [InlineData("M79")]
    [InlineData("M79.1")]
    [InlineData("E06")]
    [InlineData("G20.C")]
    [InlineData("M06.4")]
    [InlineData("D00")]
    [InlineData("K51.90")]
    public async Task Other_codes_mean_no_condition(string value)
    {
        var page = await _client.Get($"/api/v1/claims?code=icd10cm%7C{value}");

        page["total"]!.GetValue<int>().ShouldBe(0);
        page["unmatchedCodes"]![0]!.GetValue<string>().ShouldBe($"icd10cm|{value}");
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
    }

    private async Task<string[]> LookUp(string system, string value)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/v1/lookup/{system}/{Uri.EscapeDataString(value)}"
        );
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return
        [
            .. System.Text.Json.Nodes.JsonNode.Parse(body)!["matches"]!
                .AsArray()
                .Select(match => match!["id"]!.GetValue<string>()),
        ];
    }
}
