using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Answers;

/// <summary>How the format of an answer is chosen.</summary>
public sealed class NegotiationTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("claims", "", "application/json")]
    [InlineData("claims", "*/*", "application/json")]
    [InlineData("claims", "application/json", "application/json")]
    [InlineData("claims", "application/x-ndjson", "application/x-ndjson")]
    [InlineData("claims", "text/csv", "text/csv")]
    [InlineData("claims", "text/*", "text/csv")]
    [InlineData("claims", "application/*", "application/json")]
    [InlineData("claims", "TEXT/CSV", "text/csv")]
    [InlineData("claims", "text/csv;q=0.5, application/json;q=0.4", "text/csv")]
    [InlineData("claims", "text/csv;q=0.4, application/json;q=0.5", "application/json")]
    [InlineData("claims", "text/csv, application/json", "application/json")]
    [InlineData("claims", "text/csv, */*", "application/json")]
    [InlineData("claims", "text/csv, */*;q=0.1", "text/csv")]
    [InlineData("claims", "application/json;q=0, */*;q=0.1", "application/x-ndjson")]
    [InlineData("claims", "*/*, application/json;q=0, application/x-ndjson;q=0", "text/csv")]
    [InlineData("claims", "text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("claims", "this is no list of types", "application/json")]
    [InlineData("studies", "application/x-bibtex", "application/x-bibtex")]
    [InlineData("studies", "application/x-research-info-systems", "application/x-research-info-systems")]
    [InlineData("studies", "application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json")]
    [InlineData("studies", "text/x-bibliography", "text/x-bibliography")]
    [InlineData("studies/smith-2007", "application/x-bibtex", "application/x-bibtex")]
    [InlineData("studies/smith-2007", "application/ld+json", "application/ld+json")]
    [InlineData("claims/eff-hiv-cd4", "application/ld+json;q=0.9, application/json;q=0.8", "application/ld+json")]
    [InlineData("claims/eff-hiv-cd4/references", "text/x-bibliography", "text/x-bibliography")]
    [InlineData("studies", "text/x-bibliography; style=vancouver", "text/x-bibliography")]
    [InlineData("studies", "text/x-bibliography; style=\"Vancouver\"; locale=fr-FR", "text/x-bibliography")]
    [InlineData("claims", "application/json; charset=utf-8", "application/json")]
    [InlineData("claims", "application/json; charset=\"UTF-8\"; version=2", "application/json")]
    [InlineData("claims", "text/csv; header=present; charset=utf-8", "text/csv")]
    [InlineData("claims", "text/csv; header=present;q=0.5, text/csv;q=0, application/json;q=0.1", "text/csv")]
    [InlineData("claims", "text/csv; header=absent, application/json;q=0.1", "application/json")]
    [InlineData(
        "claims/eff-hiv-cd4",
        "application/ld+json; profile=\"http://www.w3.org/ns/json-ld#compacted\"",
        "application/ld+json"
    )]
    [InlineData("claims", "text/csv;q=abc", "application/json")]
    [InlineData("claims", "text/csv;q=abc, application/x-ndjson;q=0.1", "application/x-ndjson")]
    [InlineData("claims", "text/csv;q=2, application/x-ndjson;q=0.1", "application/x-ndjson")]
    [InlineData("claims", "text/csv;q=-1, image/png;q=x", "application/json")]
    [InlineData("claims", "text/csv;q=1.000, application/json;q=0.999", "text/csv")]
    [InlineData("claims", "text/csv;Q=0.2, application/x-ndjson;Q=0.3", "application/x-ndjson")]
    public async Task The_accept_header_chooses(string address, string accept, string type)
    {
        using var response = await Ask(address, accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Theory]
    [InlineData("claims?format=csv", "application/json", "text/csv")]
    [InlineData("claims?format=csv-excel", "application/json", "text/csv")]
    [InlineData("claims?format=json", "text/csv", "application/json")]
    [InlineData("claims?format=ndjson", "image/png", "application/x-ndjson")]
    [InlineData("studies/smith-2007?format=ris", "application/x-bibtex", "application/x-research-info-systems")]
    public async Task The_parameter_outweighs_the_header(string address, string accept, string type)
    {
        using var response = await Ask(address, accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("claims", "image/png", "application/json, application/x-ndjson, text/csv")]
    [InlineData("claims", "application/ld+json", "application/json, application/x-ndjson, text/csv")]
    [InlineData("claims", "application/x-bibtex", "application/json, application/x-ndjson, text/csv")]
    [InlineData("claims", "*/*;q=0", "application/json, application/x-ndjson, text/csv")]
    [InlineData("claims", "text/csv; header=absent", "application/json, application/x-ndjson, text/csv")]
    [InlineData(
        "claims/eff-hiv-cd4/references",
        "text/x-bibliography; style=apa",
        "application/json, application/x-ndjson, text/csv, application/x-bibtex, application/x-research-info-systems, application/vnd.citationstyles.csl+json, text/x-bibliography"
    )]
    [InlineData("claims/eff-hiv-cd4", "text/csv", "application/json, application/ld+json")]
    [InlineData(
        "studies",
        "image/png",
        "application/json, application/x-ndjson, text/csv, application/x-bibtex, application/x-research-info-systems, application/vnd.citationstyles.csl+json, text/x-bibliography"
    )]
    [InlineData("evidence-levels/pilot-trial", "application/ld+json", "application/json")]
    public async Task What_is_served_stands_in_the_406(string address, string accept, string served)
    {
        using var response = await Ask(address, accept);

        var problem = await response.ShouldBeProblem(HttpStatusCode.NotAcceptable, "not-acceptable", address);
        problem["detail"]!.GetValue<string>().ShouldStartWith($"This address serves {served};");
    }

    [Theory]
    [InlineData("claims?format=xml", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims?format=", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims?format=JSON", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims?format=json,csv", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims?format=bibtex", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims?format=jsonld", "json, ndjson, csv, csv-excel.")]
    [InlineData("claims/eff-hiv-cd4?format=csv", "json, jsonld.")]
    [InlineData("studies?format=jsonld", "json, ndjson, csv, csv-excel, bibtex, ris, csl-json, vancouver.")]
    [InlineData("studies/smith-2007?format=ndjson", "json, bibtex, ris, csl-json, vancouver, jsonld.")]
    [InlineData(
        "claims/eff-hiv-cd4/references?format=x",
        "json, ndjson, csv, csv-excel, bibtex, ris, csl-json, vancouver."
    )]
    [InlineData("evidence-levels/pilot-trial?format=jsonld", "json.")]
    public async Task An_unknown_format_is_told_with_those_of_the_address(string address, string allowed)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe(["format"]);
        problem["errors"]!["format"]![0]!.GetValue<string>().ShouldEndWith($"allowed: {allowed}");
    }

    [Fact]
    public async Task Each_format_has_its_own_tag_however_it_was_chosen()
    {
        string[] types =
        [
            "application/json",
            "application/x-ndjson",
            "text/csv",
            "application/x-bibtex",
            "application/x-research-info-systems",
            "application/vnd.citationstyles.csl+json",
            "text/x-bibliography",
        ];
        var tags = new List<string>();
        foreach (var type in types)
        {
            using var response = await Ask("studies", type);
            tags.Add(response.Headers.ETag!.Tag);

            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/studies");
            request.Headers.TryAddWithoutValidation("Accept", type);
            request.Headers.TryAddWithoutValidation("If-None-Match", tags[^1]);
            using var same = await catalogue.Client.SendAsync(request, TestContext.Current.CancellationToken);
            same.StatusCode.ShouldBe(HttpStatusCode.NotModified, type);
        }

        tags.ShouldBeUnique();
        using var again = await Ask("studies", "text/csv;q=0.9, application/json;q=0.1");
        again.Headers.ETag!.Tag.ShouldBe(tags[2]);
    }

    [Fact]
    public async Task A_tag_of_one_format_does_not_hold_back_another()
    {
        using var json = await Ask("studies/smith-2007", "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/studies/smith-2007");
        request.Headers.TryAddWithoutValidation("Accept", "application/ld+json");
        request.Headers.TryAddWithoutValidation("If-None-Match", json.Headers.ETag!.Tag);

        using var response = await catalogue.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> Ask(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{address}");
        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        }

        return await catalogue.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
