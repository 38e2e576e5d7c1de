using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Claims;

public sealed class ListClaimsTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private CatalogueApp? _app;

    private HttpClient Client => (_app ??= CatalogueApp.On(_seed)).CreateClient();

    [Fact]
    public async Task Strongest_evidence_comes_first_then_the_id()
    {
        _seed.Studies.Add(Given.AStudy("caser-2001", design: "case-series"));
        _seed.Claims.Add(Given.AClaim("a-anecdote"));
        _seed.Claims.Add(Given.AClaim("z-trial", citations: [Given.ACitation("tester-2020")]));
        _seed.Claims.Add(Given.AClaim("a-series", citations: [Given.ACitation("caser-2001")]));

        (await Client.Get("/api/v1/claims")).Ids().ShouldBe(["test-claim", "z-trial", "a-series", "a-anecdote"]);
    }

    [Theory]
    [InlineData("condition=other-disease", "on-other")]
    [InlineData("condition=test-disease&condition=other-disease", "on-other", "test-claim")]
    [InlineData("levelIsMeaningful=false")]
    [InlineData("levelIsMeaningful=true&kind=safety", "is-safety")]
    [InlineData("namesCondition=true", "on-other", "test-claim")]
    [InlineData("namesCondition=false&kind=safety&kind=usage", "is-safety", "is-usage")]
    [InlineData("namesCondition=false&condition=other-disease")]
    [InlineData("mechanism=other-mechanism", "by-other")]
    [InlineData("mechanism=other-mechanism&mechanism=test-mechanism", "by-other", "test-claim")]
    [InlineData("outcome=other-outcome", "with-other")]
    [InlineData("outcome=other-outcome&outcome=third-outcome", "with-other", "with-third")]
    [InlineData("study=other-2020", "cites-other")]
    [InlineData("study=other-2020&study=tester-2020", "cites-other", "test-claim")]
    [InlineData("evidenceLevel=pilot-trial", "cites-other", "test-claim")]
    [InlineData("evidenceLevel=pilot-trial&study=other-2020", "cites-other")]
    [InlineData("evidenceLevel=case-series")]
    [InlineData("evidenceLevel=case-series&evidenceLevel=pilot-trial", "cites-other", "test-claim")]
    [InlineData("kind=safety", "is-safety")]
    [InlineData("kind=safety&kind=usage", "is-safety", "is-usage")]
    [InlineData("direction=worsens", "gets-worse")]
    [InlineData("fidelity=contradicted", "cites-other")]
    [InlineData("direction=worsens&direction=no-effect", "gets-worse", "with-third")]
    [InlineData("fidelity=contradicted&direction=worsens")]
    [InlineData("fidelity=contradicted&fidelity=supported", "cites-other", "test-claim")]
    public async Task Filters_narrow_the_list(string query, params string[] expected)
    {
        _seed.Conditions.Add(Given.ACondition("other-disease"));
        _seed.Mechanisms.Add(Given.AMechanism("other-mechanism"));
        _seed.Outcomes.Add(Given.AnOutcome("other-outcome"));
        _seed.Outcomes.Add(Given.AnOutcome("third-outcome"));
        _seed.Studies.Add(Given.AStudy("other-2020"));
        _seed.Claims.Add(Given.AClaim("on-other", conditions: ["other-disease"]));
        _seed.Claims.Add(Given.AClaim("by-other", mechanisms: ["other-mechanism"]));
        _seed.Claims.Add(Given.AClaim("with-other", outcome: "other-outcome"));
        _seed.Claims.Add(Given.AClaim("with-third", outcome: "third-outcome", direction: "no-effect"));
        _seed.Claims.Add(
            Given.AClaim(
                "cites-other",
                fidelity: "contradicted",
                citations: [Given.ACitation("other-2020", relation: "contradicts")]
            )
        );
        _seed.Claims.Add(Given.AClaim("is-safety", kind: "safety"));
        _seed.Claims.Add(Given.AClaim("is-usage", kind: "usage"));
        _seed.Claims.Add(Given.AClaim("gets-worse", direction: "worsens"));

        var list = await Client.Get($"/api/v1/claims?{query}");

        list.Ids().Order().ShouldBe(expected.Order());
        list["total"]!.GetValue<int>().ShouldBe(expected.Length);
    }

    [Theory]
    [InlineData("/api/v1/claims?domain=skin", "on-skin", "on-skin-too")]
    [InlineData("/api/v1/claims?domain=skin&domain=survival", "on-skin", "on-skin-too", "on-survival")]
    [InlineData("/api/v1/claims?domain=skin&domain=infection&outcome=other-skin-outcome", "on-skin-too")]
    [InlineData("/api/v1/claims?domain=skin&outcome=test-outcome")]
    [InlineData("/api/v1/claims?domain=psychiatric")]
    [InlineData("/api/v1/conditions/test-disease/claims?domain=general&domain=survival", "on-survival", "test-claim")]
    public async Task A_domain_means_the_outcomes_that_belong_to_it(string address, params string[] expected)
    {
        foreach (
            var (outcome, domain, claim) in new[]
            {
                ("skin-outcome", "skin", "on-skin"),
                ("other-skin-outcome", "skin", "on-skin-too"),
                ("survival-outcome", "survival", "on-survival"),
            }
        )
        {
            _seed.Outcomes.Add(Given.AnOutcome(outcome));
            _seed.Outcomes[^1]!["domain"] = domain;
            _seed.Claims.Add(Given.AClaim(claim, domain == "survival" ? ["test-disease"] : [], outcome: outcome));
        }

        (await Client.Get(address)).Ids().Order().ShouldBe(expected);
    }

    [Fact]
    public async Task A_domain_is_what_a_list_is_about_so_it_holds_nothing_back()
    {
        _seed.Outcomes.Add(Given.AnOutcome("skin-outcome"));
        _seed.Outcomes[^1]!["domain"] = "skin";
        _seed.Claims.Add(Given.AClaim("on-skin", conditions: ["test-disease"], outcome: "skin-outcome"));
        var client = Client;

        (await client.Get("/api/v1/conditions/test-disease/claims?domain=skin"))["heldBack"].ShouldBeNull();
        (await client.Get("/api/v1/conditions/test-disease/claims?domain=skin&evidenceLevel=pilot-trial"))["heldBack"]![
            "total"
        ]!
            .GetValue<int>()
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_broad_condition_means_itself_unless_narrower_ones_are_included()
    {
        _seed.Conditions.Add(Given.ACondition("narrow", broader: "test-disease"));
        _seed.Conditions.Add(Given.ACondition("narrowest", broader: "narrow"));
        _seed.Claims.Add(Given.AClaim("on-narrowest", conditions: ["narrowest"]));
        var client = Client;

        (await client.Get("/api/v1/claims?condition=test-disease")).Ids().ShouldBe(["test-claim"]);
        (await client.Get("/api/v1/claims?condition=test-disease&includeNarrower=false"))
            .Ids()
            .ShouldBe(["test-claim"]);
        (await client.Get("/api/v1/claims?condition=test-disease&includeNarrower=true"))
            .Ids()
            .ShouldBe(["test-claim", "on-narrowest"]);
        (await client.Get("/api/v1/conditions/test-disease/claims?includeNarrower=true"))
            .Ids()
            .ShouldBe(["test-claim", "on-narrowest"]);
    }

    [Fact]
    public async Task Which_conditions_are_narrower_is_the_selected_releases_to_say()
    {
        _seed.Conditions.Add(Given.ACondition("narrow", broader: "test-disease"));
        _seed.Claims.Add(Given.AClaim("on-narrow", conditions: ["narrow"]));
        using var app = CatalogueApp.On(_seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        _seed.Conditions[1]!.AsObject().Remove("broader");
        await app.Publish();
        const string address = "/api/v1/claims?condition=test-disease&includeNarrower=true";

        (await client.Get($"{address}&release=1")).Ids().ShouldBe(["test-claim", "on-narrow"]);
        (await client.Get(address)).Ids().ShouldBe(["test-claim"]);
    }

    [Theory]
    [InlineData("condition")]
    [InlineData("mechanism")]
    [InlineData("outcome")]
    [InlineData("study")]
    public async Task A_filter_that_names_nothing_is_a_404_problem(string filter)
    {
        var problem = await Client.GetProblem(
            $"/api/v1/claims?{filter}=no-such",
            HttpStatusCode.NotFound,
            $"{filter}-not-found"
        );

        problem["errors"]![filter]![0]!.GetValue<string>().ShouldContain("no-such");
    }

    [Theory]
    [InlineData("sort=id", "a-anecdote", "b-anecdote", "test-claim")]
    [InlineData("sort=-id", "test-claim", "b-anecdote", "a-anecdote")]
    [InlineData("sort=-evidenceLevel,-id", "b-anecdote", "a-anecdote", "test-claim")]
    [InlineData("sort=kind,-id", "test-claim", "b-anecdote", "a-anecdote")]
    [InlineData("sort=direction", "a-anecdote", "test-claim", "b-anecdote")]
    [InlineData("sort=fidelity", "a-anecdote", "b-anecdote", "test-claim")]
    [InlineData("sort=outcome", "b-anecdote", "test-claim", "a-anecdote")]
    public async Task Sort_orders_the_list_and_its_pages(string sort, params string[] expected)
    {
        _seed.Outcomes.Add(Given.AnOutcome("an-outcome"));
        _seed.Outcomes.Add(Given.AnOutcome("yet-another-outcome"));
        _seed.Claims.Add(Given.AClaim("b-anecdote", kind: "safety", direction: "no-effect", outcome: "an-outcome"));
        _seed.Claims.Add(
            Given.AClaim("a-anecdote", kind: "safety", direction: "decreases", outcome: "yet-another-outcome")
        );
        var client = Client;

        (await client.Get($"/api/v1/claims?{sort}")).Ids().ShouldBe(expected);
        (await client.Walk($"/api/v1/claims?{sort}&limit=1")).ShouldBe(expected);
    }

    [Fact]
    public async Task Next_and_link_lead_to_the_next_page_of_the_same_release()
    {
        _seed.Claims.Add(Given.AClaim("a-anecdote"));
        using var app = CatalogueApp.On(_seed);
        var client = app.CreateClient();
        using var response = await client.GetAsync("/api/v1/claims?limit=1", TestContext.Current.CancellationToken);
        var first = System.Text.Json.Nodes.JsonNode.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        )!;
        var next = first["next"]!.GetValue<string>();

        var links = response.Links();
        links["first"].ShouldBe("/api/v1/claims?limit=1&release=1");
        links["next"].ShouldBe(next);
        links["alternate"].ShouldBe("/search");
        _seed.Claims.Add(Given.AClaim("0-newcomer", citations: [Given.ACitation("tester-2020")]));
        (await app.Publish()).Number.ShouldBe(2);
        var second = await client.Get(next);
        second.Ids().ShouldBe(["a-anecdote"]);
        second["release"]!.GetValue<int>().ShouldBe(1);
        second["next"].ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_is_refused_by_another_list_another_order_and_another_release()
    {
        _seed.Claims.Add(Given.AClaim("a-anecdote"));
        using var app = CatalogueApp.On(_seed);
        var client = app.CreateClient();
        var next = (await client.Get("/api/v1/claims?limit=1"))["next"]!.GetValue<string>();
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];

        (await client.Get($"/api/v1/claims?limit=50&cursor={cursor}"))
            .Ids()
            .ShouldBe(["a-anecdote"], "another limit is the same list");
        foreach (
            var other in new[]
            {
                "claims?kind=efficacy&",
                "claims?sort=id&",
                "conditions?",
                "conditions/test-disease/claims?",
            }
        )
        {
            var problem = await client.GetProblem(
                $"/api/v1/{other}cursor={cursor}",
                HttpStatusCode.BadRequest,
                "invalid-parameter"
            );
            problem["errors"]!["cursor"]![0]!.GetValue<string>().ShouldContain("not a cursor of this list");
        }

        _seed.Claims.Add(Given.AClaim("b-anecdote"));
        await app.Publish();
        var stale = await client.GetProblem(
            $"/api/v1/claims?limit=1&cursor={cursor}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        stale["errors"]!["cursor"]![0]!.GetValue<string>().ShouldContain("release=1");
    }

    public void Dispose()
    {
        _app?.Dispose();
        _seed.Dispose();
    }
}
