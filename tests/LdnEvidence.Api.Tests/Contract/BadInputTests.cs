using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>Whatever a caller sends, the answer says what was wrong and what would be right.</summary>
public sealed class BadInputTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("claims?evidenceLevel=strong", "evidenceLevel", "pilot-trial, case-series, anecdotal")]
    [InlineData("claims?evidenceLevel=PilotTrial", "evidenceLevel", "pilot-trial")]
    [InlineData("claims?evidenceLevel=0", "evidenceLevel", "pilot-trial")]
    [InlineData("claims?evidenceLevel=pilot-trial&evidenceLevel=x", "evidenceLevel", "'x'")]
    [InlineData("claims?kind=story", "kind", "efficacy, mechanism, safety, usage, regulatory")]
    [InlineData("claims?direction=up", "direction", "increases")]
    [InlineData("claims?fidelity=faithful", "fidelity", "contradicted")]
    [InlineData("claims?condition=Crohn%27s%20disease", "condition", "joined by single hyphens")]
    [InlineData("claims?condition=", "condition", "lower-case")]
    [InlineData("claims?includeNarrower=yes", "includeNarrower", "true or false")]
    [InlineData("claims?sort=colour", "sort", "allowed: evidenceLevel, id")]
    [InlineData("claims?sort=id,-id", "sort", "more than once")]
    [InlineData("claims?sort=", "sort", "allowed")]
    [InlineData("claims?limit=5&limit=6", "limit", "2 times")]
    [InlineData("claims?cursor=a&cursor=b", "cursor", "2 times")]
    [InlineData("claims?Condition=crohns-disease", "Condition", "allowed: condition")]
    [InlineData("claims?release=abc", "release", "whole number")]
    [InlineData("claims?release=0", "release", "1 or more")]
    [InlineData("claims?asOf=yesterday", "asOf", "YYYY-MM-DD")]
    [InlineData("claims?asOf=2026-02-30", "asOf", "YYYY-MM-DD")]
    [InlineData("claims?condition=a%00b", "condition", "control character")]
    [InlineData("claims?condition=a%0D%0Ab", "condition", "control character")]
    [InlineData("studies?design=trial", "design", "randomized-crossover-trial")]
    [InlineData("studies?standing=fine", "standing", "retracted")]
    [InlineData("studies?doi=not-a-doi", "doi", "10.1007")]
    [InlineData("studies?pmid=12a", "pmid", "eight digits")]
    [InlineData("studies?fromYear=1066", "fromYear", "from 1800 to 2100")]
    [InlineData("studies?fromYear=2014&toYear=2007", "toYear", "before fromYear")]
    [InlineData("conditions?code=K50.90", "code", "icd10cm|K50.90")]
    [InlineData("conditions?code=icd10%7CK50", "code", "mesh, icd10cm")]
    [InlineData("conditions?code=icd10cm%7C%27%20OR%201=1", "code", "icd10cm")]
    public async Task A_parameter_that_cannot_be_understood_is_named_with_what_is_allowed(
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
        string.Join(' ', problem["errors"]![parameter]!.AsArray().Select(message => message!.GetValue<string>()))
            .ShouldContain(told);
        problem["instance"]!.GetValue<string>().ShouldBe($"/api/v1/{address.Split('?')[0]}");
    }

    [Theory]
    [InlineData("limit=-1", "limit", "-1 is out of range; expected from 1 to 100.")]
    [InlineData("limit=1&limit=2", "limit", "It is given 2 times; give it once.")]
    [InlineData(
        "sort=,",
        "sort",
        "'' is not a field to sort by; allowed: evidenceLevel, id, kind, direction, fidelity, fidelityToDocument, levelIsMeaningful, impliedLevel, levelGap, interventionMatch, outcome, relevance, each with - before it to turn it round."
    )]
    public async Task A_fault_is_told_once_and_as_what_it_is(string query, string parameter, string told)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/claims?{query}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]![parameter]!.AsArray().Select(message => message!.GetValue<string>()).ShouldBe([told]);
    }

    [Fact]
    public async Task Every_filter_that_names_nothing_is_told_at_once()
    {
        var problem = await catalogue.Client.GetProblem(
            "/api/v1/claims?condition=no-a&mechanism=no-b&condition=no-c",
            HttpStatusCode.NotFound,
            "condition-not-found"
        );

        problem["errors"]!
            .ToJsonString(System.Text.Json.JsonSerializerOptions.Web)
            .ShouldBe(
                """{"condition":["'no-a' does not exist.","'no-c' does not exist."],"mechanism":["'no-b' does not exist."]}""".Replace(
                    "'",
                    "\\u0027",
                    StringComparison.Ordinal
                )
            );
    }

    [Fact]
    public async Task An_answer_does_not_grow_with_the_rubbish_it_answers()
    {
        var many = string.Join('&', Enumerable.Range(0, 500).Select(i => $"p{i}=1"));
        foreach (var address in new[] { $"/api/v1/claims?{many}", $"/api/v1/{new string('x', 50_000)}" })
        {
            using var response = await catalogue.Client.GetAsync(address, TestContext.Current.CancellationToken);

            response.IsSuccessStatusCode.ShouldBeFalse();
            (
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            ).Length.ShouldBeLessThan(4096);
        }
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var problem = await catalogue.Client.GetProblem(
            "/api/v1/claims?limit=0&kind=x&colour=red&asOf=1",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!
            .AsObject()
            .Select(fault => fault.Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["asOf", "colour", "kind", "limit"]);
    }

    [Theory]
    [InlineData("/api/v1/conditions/no-such", "condition-not-found")]
    [InlineData("/api/v1/conditions/no-such/claims", "condition-not-found")]
    [InlineData("/api/v1/mechanisms/no-such", "mechanism-not-found")]
    [InlineData("/api/v1/mechanisms/no-such/claims", "mechanism-not-found")]
    [InlineData("/api/v1/outcomes/no-such", "outcome-not-found")]
    [InlineData("/api/v1/outcomes/no-such/claims", "outcome-not-found")]
    [InlineData("/api/v1/studies/no-such", "study-not-found")]
    [InlineData("/api/v1/studies/no-such/claims", "study-not-found")]
    [InlineData("/api/v1/claims/no-such", "claim-not-found")]
    [InlineData("/api/v1/claims/EFF-HIV-CD4", "claim-not-found")]
    [InlineData("/api/v1/claims/%F0%9F%92%8A", "claim-not-found")]
    [InlineData("/api/v1/claims/'%20OR%201=1--", "claim-not-found")]
    [InlineData("/api/v1/evidence-levels/meta-analysis", "evidence-level-not-found")]
    [InlineData("/api/v1/releases/2", "release-not-found")]
    [InlineData("/api/v1/releases/latest", "release-not-found")]
    [InlineData("/api/v1/releases/99999999999999999999", "release-not-found")]
    [InlineData("/api/v1/nothing", "address-not-found")]
    [InlineData("/api/v2", "address-not-found")]
    [InlineData("/favicon.png", "address-not-found")]
    public async Task What_does_not_exist_is_a_404_problem(string address, string code) =>
        await catalogue.Client.GetProblem(address, HttpStatusCode.NotFound, code);

    [Fact]
    public async Task Ten_kilobytes_of_query_are_a_400_problem()
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/claims?condition={new string('a', 10_000)}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!["condition"]![0]!.GetValue<string>().ShouldContain("at most 4096");
    }

    [Fact]
    public async Task What_was_sent_is_quoted_short()
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/claims/{new string('x', 3000)}",
            HttpStatusCode.NotFound,
            "claim-not-found"
        );

        problem["detail"]!.GetValue<string>().Length.ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%zz")]
    [InlineData("%FF%FE")]
    [InlineData("=")]
    [InlineData("&&&")]
    [InlineData("limit=%F0%9F%92%8A")]
    [InlineData("condition[]=a")]
    [InlineData("a=1;b=2")]
    [InlineData("condition=%00%01%02&mechanism=%7F")]
    public async Task Rubbish_is_never_the_services_fault(string query)
    {
        using var response = await catalogue.Client.GetAsync(
            $"/api/v1/claims?{query}",
            TestContext.Current.CancellationToken
        );

        ((int)response.StatusCode).ShouldBeLessThan(500);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }
}
