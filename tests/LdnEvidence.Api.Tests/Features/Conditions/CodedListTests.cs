using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Conditions;

/// <summary>What the lists of conditions, mechanisms and outcomes have in common: the filter by code and the order by name.</summary>
public sealed class CodedListTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private CatalogueApp? _app;

    private HttpClient Client => (_app ??= CatalogueApp.On(_seed)).CreateClient();

    [Theory]
    [InlineData("conditions", "icd10cm|K50.90", "mesh|D003424")]
    [InlineData("mechanisms", "go|GO:0030101", "go|GO:0042113")]
    [InlineData("outcomes", "loinc|24467-3", "mesh|D018791")]
    public async Task A_code_narrows_the_list_to_the_records_that_carry_any_of_the_given_ones(
        string list,
        string one,
        string two
    )
    {
        var (kept, other) = AddTo(list);
        kept["codes"] = new JsonArray(Code(one));
        other["codes"] = new JsonArray(Code(two));
        var client = Client;

        (await client.Get($"/api/v1/{list}?code={Uri.EscapeDataString(one)}")).Ids().ShouldBe(["a-record"]);
        (await client.Get($"/api/v1/{list}?code={Uri.EscapeDataString(two)}")).Ids().ShouldBe(["b-record"]);
        (await client.Get($"/api/v1/{list}?code={Uri.EscapeDataString(one)}&code={Uri.EscapeDataString(two)}"))
            .Ids()
            .ShouldBe(["a-record", "b-record"]);
        (await client.Get($"/api/v1/{list}?code=mesh%7CD000001"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_code_of_icd10cm_finds_the_carried_codes_above_and_below_it()
    {
        foreach (
            var (id, code) in new[] { ("a", "K50.90"), ("b", "K50"), ("c", "K50.00"), ("d", "K51.90"), ("e", "C50") }
        )
        {
            Add("conditions", id)["codes"] = new JsonArray(Code($"icd10cm|{code}"));
        }

        var client = Client;

        (await client.Get("/api/v1/conditions?code=icd10cm%7CK50")).Ids().ShouldBe(["a", "b", "c"]);
        (await client.Get("/api/v1/conditions?code=icd10cm%7CK50.9")).Ids().ShouldBe(["a", "b"]);
        (await client.Get("/api/v1/conditions?code=icd10cm%7CK50.90")).Ids().ShouldBe(["a", "b"]);
        (await client.Get("/api/v1/conditions?code=icd10cm%7CK50&code=icd10cm%7CK50.90&code=icd10cm%7CC50"))
            .Ids()
            .ShouldBe(["a", "b", "c", "e"]);
        (await client.Get("/api/v1/conditions?code=icd10cm%7CK52"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("icd10cm|K5")]
    [InlineData("icd10cm|.")]
    [InlineData("icd10cm|")]
    [InlineData("icd10cm|K")]
    [InlineData("mesh|D00342*")]
    public async Task The_beginning_of_a_category_is_no_code(string code)
    {
        var problem = await Client.GetProblem(
            $"/api/v1/conditions?code={Uri.EscapeDataString(code)}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe(["code"]);
    }

    [Fact]
    public async Task A_code_of_another_system_that_begins_so_is_another_code()
    {
        Add("conditions", "a-record")["codes"] = new JsonArray(Code("mesh|D003424123"));
        Add("conditions", "b-record")["codes"] = new JsonArray(Code("mesh|D003424"));
        var client = Client;

        (await client.Get("/api/v1/conditions?code=mesh%7CD003424123")).Ids().ShouldBe(["a-record"]);
        (await client.Get("/api/v1/conditions?code=mesh%7CD003424")).Ids().ShouldBe(["b-record"]);
    }

    [Theory]
    [InlineData("conditions")]
    [InlineData("mechanisms")]
    [InlineData("outcomes")]
    public async Task The_claims_on_each_are_an_order_too(string list)
    {
        Add(list, "a-record");
        Add(list, "b-record");
        foreach (var number in Enumerable.Range(1, 3))
        {
            _seed.Claims.Add(
                Given.AClaim(
                    $"more-{number}",
                    conditions: list == "conditions" ? ["b-record"] : null,
                    mechanisms: list == "mechanisms" ? ["b-record"] : null,
                    outcome: list == "outcomes" ? "b-record" : "test-outcome"
                )
            );
        }

        var client = Client;

        (await client.Get($"/api/v1/{list}?sort=-claims")).Ids()[0].ShouldBe("b-record");
        (await client.Walk($"/api/v1/{list}?sort=claims&limit=1"))[^1].ShouldBe("b-record");
    }

    [Theory]
    [InlineData("conditions")]
    [InlineData("mechanisms")]
    [InlineData("outcomes")]
    public async Task Names_and_ids_are_orders_of_their_own(string list)
    {
        var (a, b) = AddTo(list);
        (a["name"], b["name"]) = ("Zeta", "Alpha");
        var client = Client;

        (await client.Get($"/api/v1/{list}?sort=id")).Ids()[..2].ShouldBe(["a-record", "b-record"]);
        (await client.Get($"/api/v1/{list}?sort=name")).Ids().ShouldBe(["b-record", Minimal(list), "a-record"]);
        (await client.Get($"/api/v1/{list}?sort=-name")).Ids().ShouldBe(["a-record", Minimal(list), "b-record"]);
    }

    public void Dispose()
    {
        _app?.Dispose();
        _seed.Dispose();
    }

    /// <summary>The id of the record that the minimal seed has.</summary>
    private static string Minimal(string list) => list == "conditions" ? "test-disease" : $"test-{list[..^1]}";

    private static JsonObject Code(string code) =>
        new() { ["system"] = code.Split('|')[0], ["value"] = code.Split('|')[1] };

    /// <summary>Two more records of the list, each with a claim that names it.</summary>
    private (JsonObject A, JsonObject B) AddTo(string list) => (Add(list, "a-record"), Add(list, "b-record"));

    private JsonObject Add(string list, string id)
    {
        var record = list switch
        {
            "conditions" => Given.ACondition(id),
            "mechanisms" => Given.AMechanism(id),
            _ => Given.AnOutcome(id),
        };
        _seed.Root(list)[list]!.AsArray().Add(record);
        _seed.Claims.Add(
            Given.AClaim(
                $"on-{id}",
                conditions: list == "conditions" ? [id] : null,
                mechanisms: list == "mechanisms" ? [id] : null,
                outcome: list == "outcomes" ? id : "test-outcome"
            )
        );
        return record;
    }
}
