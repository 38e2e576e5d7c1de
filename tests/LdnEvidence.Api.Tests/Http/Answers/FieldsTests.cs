using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Answers;

/// <summary>A caller may ask for some members of the records only.</summary>
public sealed class FieldsTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    /// <summary>One claim with every member that the tests pick from.</summary>
    private const string Claim = "eff-hiv-cd4";

    [Theory]
    [InlineData("id", """{"id":*}""")]
    [InlineData("kind,id", """{"id":*,"kind":*}""")]
    [InlineData("fidelity.toSource.label", """{"fidelity":{"toSource":{"label":*}}}""")]
    [InlineData(
        "fidelity.toDocument.label,fidelity.toSource.label",
        """{"fidelity":{"toSource":{"label":*},"toDocument":{"label":*}}}"""
    )]
    [InlineData("citations.study.id,citations.relation", """{"citations":[{"study":{"id":*},"relation":*}]}""")]
    [InlineData("id,conditions.id", """{"id":*,"conditions":[{"id":*}]}""")]
    [InlineData("outcome.id,outcome", """{"outcome":*}""")]
    [InlineData("outcome,outcome.id", """{"outcome":*}""")]
    public async Task Dotted_paths_pick_members_through_lists(string fields, string shape)
    {
        var whole = await catalogue.Client.Get($"/api/v1/claims/{Claim}");
        var expected = Pick(whole, JsonNode.Parse(shape.Replace("*", "\"*\"", StringComparison.Ordinal))!);

        var record = await catalogue.Client.Get($"/api/v1/claims/{Claim}?fields={fields}");
        Json.Pretty(record).ShouldBe(Json.Pretty(expected));

        var list = await catalogue.Client.Get($"/api/v1/claims?limit=100&fields={fields}");
        list["items"]!.AsArray().Select(item => Json.Pretty(item!)).ShouldContain(Json.Pretty(expected));

        var lines = await catalogue.Client.GetStringAsync(
            $"/api/v1/claims?format=ndjson&fields={fields}",
            TestContext.Current.CancellationToken
        );
        lines
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => Json.Pretty(JsonNode.Parse(line)!))
            .ShouldBe(list["items"]!.AsArray().Select(item => Json.Pretty(item!)));
    }

    [Theory]
    [InlineData("conditions?fields=claimCounts.pilot-trial,name")]
    [InlineData("mechanisms?fields=codes.system")]
    [InlineData("outcomes?fields=codes.value,name")]
    [InlineData("studies?fields=authors.family,sampleSize")]
    [InlineData("evidence-levels?fields=label")]
    [InlineData("releases?fields=sourceDocument.title,number")]
    [InlineData("claims/eff-hiv-cd4/references?fields=journal")]
    [InlineData("studies/smith-2007/claims?fields=kind")]
    [InlineData("conditions/crohns-disease?fields=name")]
    [InlineData("mechanisms/natural-killer-cell-activation?fields=description")]
    [InlineData("outcomes/cd4-count?fields=name")]
    [InlineData("studies/smith-2007?fields=citation")]
    [InlineData("evidence-levels/pilot-trial?fields=rank")]
    public async Task Every_list_and_every_record_can_be_cut_down(string address)
    {
        var answer = await catalogue.Client.Get($"/api/v1/{address}");
        string[] named = [.. address.Split("fields=")[1].Split(',').Select(path => path.Split('.')[0])];

        foreach (var record in answer["items"]?.AsArray() ?? [answer.DeepClone()])
        {
            record!.AsObject().Select(member => member.Key).Order().ShouldBe(named.Order(), address);
        }
    }

    [Theory]
    [InlineData("conditions?fields=codes.code")]
    [InlineData("conditions/crohns-disease?fields=codes.code.isWellFormed")]
    [InlineData("mechanisms?fields=codes.code.value")]
    [InlineData("outcomes?fields=codes.code.system")]
    public async Task A_member_that_no_record_shows_cannot_be_picked(string address)
    {
        var answer = await catalogue.Client.GetAsync($"/api/v1/{address}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        problem.ShouldContain("codes.value");
        problem.ShouldNotContain("codes.code,");
    }

    [Fact]
    public async Task A_member_without_a_value_stays_null_however_deep_the_path()
    {
        var claims = await catalogue.Client.Get("/api/v1/claims?limit=100&fields=correction,citations.note");

        foreach (var claim in claims["items"]!.AsArray())
        {
            claim!.AsObject().Select(member => member.Key).ShouldBe(["citations", "correction"]);
            claim["citations"]!.AsArray().ShouldAllBe(citation => citation!.AsObject().Count == 1);
        }
    }

    [Fact]
    public async Task Text_keeps_its_bytes()
    {
        var whole = await catalogue.Client.GetStringAsync(
            "/api/v1/studies/smith-2007",
            TestContext.Current.CancellationToken
        );
        using var json = JsonDocument.Parse(whole);
        var all = string.Join(',', json.RootElement.EnumerateObject().Select(member => member.Name));

        (
            await catalogue.Client.GetStringAsync(
                $"/api/v1/studies/smith-2007?fields={all}",
                TestContext.Current.CancellationToken
            )
        ).ShouldBe(whole);
    }

    [Theory]
    [InlineData("claims?format=csv&fields=id")]
    [InlineData("studies?format=bibtex&fields=id")]
    [InlineData("studies/smith-2007?format=ris&fields=id")]
    [InlineData("claims/eff-hiv-cd4?format=jsonld&fields=id")]
    public async Task Members_are_picked_from_json_and_ndjson_only(string address)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!["fields"]![0]!.GetValue<string>().ShouldContain("JSON and NDJSON only");
    }

    [Fact]
    public async Task A_walk_keeps_its_fields_and_may_change_them_on_the_way()
    {
        var first = await catalogue.Client.Get("/api/v1/claims?limit=5&fields=id");
        var next = first["next"]!.GetValue<string>();

        (await catalogue.Client.Get(next))["items"]![0]!.AsObject().Count.ShouldBe(1);
        var changed = await catalogue.Client.Get(next.Replace("fields=id", "fields=id,kind", StringComparison.Ordinal));
        changed["items"]![0]!.AsObject().Count.ShouldBe(2);
        changed.Ids().ShouldBe((await catalogue.Client.Get(next)).Ids());
    }

    /// <summary>What of a record has a place in the shape; a star takes all that is there.</summary>
    private static JsonNode Pick(JsonNode? record, JsonNode shape) =>
        (record, shape) switch
        {
            (JsonArray items, JsonArray one) => new JsonArray([.. items.Select(item => Pick(item, one[0]!))]),
            (JsonObject members, JsonObject wanted) => new JsonObject(
                wanted.Select(member =>
                    KeyValuePair.Create<string, JsonNode?>(member.Key, Pick(members[member.Key], member.Value!))
                )
            ),
            _ => record!.DeepClone(),
        };
}
