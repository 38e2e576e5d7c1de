using System.Net;
using System.Text.Json;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Releases;

/// <summary>What changed from one release to another, in the catalogue's words, and that nothing is left out.</summary>
public sealed class CompareReleasesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Applying_the_changes_to_one_release_gives_the_other(int number)
    {
        const int releases = 6;
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        var editions = new RandomEditions(seed, number);
        for (var release = 2; release <= releases; release++)
        {
            editions.Next();
            (await app.Publish()).Number.ShouldBe(release);
        }

        var records = new List<Dictionary<string, string>>();
        for (var release = 1; release <= releases; release++)
        {
            records.Add(await Records(client, release));
        }

        for (var from = 1; from <= releases; from++)
        {
            for (var to = 1; to <= releases; to++)
            {
                var applied = new Dictionary<string, string>(records[from - 1]);
                using var changes = await Changes(client, from, to);
                var items = changes.RootElement.GetProperty("items").EnumerateArray().ToList();
                changes.RootElement.GetProperty("total").GetInt32().ShouldBe(items.Count);
                items.Count.ShouldBe(
                    records[from - 1].Union(records[to - 1]).DistinctBy(pair => pair.Key).Count()
                        - records[from - 1].Intersect(records[to - 1]).Count()
                );
                foreach (var item in items)
                {
                    item.GetProperty("changes").GetArrayLength().ShouldBeGreaterThan(0);
                    var key = $"{item.GetProperty("collection")}/{item.GetProperty("id")}";
                    if (item.GetProperty("record") is { ValueKind: JsonValueKind.Object } record)
                    {
                        applied[key] = record.GetRawText();
                    }
                    else
                    {
                        applied.Remove(key).ShouldBeTrue();
                    }
                }

                applied
                    .OrderBy(pair => pair.Key)
                    .ShouldBe(records[to - 1].OrderBy(pair => pair.Key), $"{from} to {to}");
            }
        }
    }

    [Fact]
    public async Task A_retraction_lowers_and_says_why_and_a_reinstatement_restores()
    {
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        Given.Stand(seed.Studies[0]!, "retracted");
        await app.Publish();
        Given.Stand(seed.Studies[0]!, "current");
        await app.Publish();

        var fell = await Claim(client, 1, 2);
        fell["changes"]!.ToJsonString().ShouldBe("""["level-lowered","source-retracted"]""");
        fell["level"]!.ToJsonString().ShouldBe("""{"from":"pilot-trial","to":"anecdotal"}""");
        fell["because"]!.ToJsonString().ShouldBe("""[{"study":"tester-2020","reason":"retracted"}]""");

        var rose = await Claim(client, 2, 3);
        rose["changes"]!.ToJsonString().ShouldBe("""["level-raised","source-reinstated"]""");
        rose["because"]!.ToJsonString().ShouldBe("""[{"study":"tester-2020","reason":"reinstated"}]""");

        (await client.Get("/api/v1/releases/1/changes/3"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Words_and_fidelity_are_told_apart()
    {
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        seed.Claims[0]!["statement"] = "LDN is said to do another thing.";
        await app.Publish();
        Given.Judge(seed.Claims[0]!, isContradicted: true);
        await app.Publish();

        (await Claim(client, 1, 2))["changes"]![0]!.GetValue<string>().ShouldBe("reworded");
        var judged = await Claim(client, 2, 3);
        judged["changes"]![0]!.GetValue<string>().ShouldBe("fidelity-changed");
        judged["fidelity"]!["from"]!["toSource"]!.GetValue<string>().ShouldBe("supported");
        judged["fidelity"]!["to"]!["toSource"]!.GetValue<string>().ShouldBe("contradicted");
        judged["level"].ShouldBeNull();
    }

    [Fact]
    public async Task Releases_that_are_none_are_refused()
    {
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();

        foreach (var address in new[] { "2/changes/1", "1/changes/2" })
        {
            await client.GetProblem($"/api/v1/releases/{address}", HttpStatusCode.NotFound, "release-not-found");
        }

        foreach (var address in new[] { "x/changes/1", "1/changes/x", "-1/changes/1", "1/changes/99999999999" })
        {
            await client.GetProblem($"/api/v1/releases/{address}", HttpStatusCode.BadRequest, "invalid-parameter");
        }
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Claim(HttpClient client, int from, int to) =>
        (await client.Get($"/api/v1/releases/{from}/changes/{to}"))["items"]!
            .AsArray()
            .Single(item => item!["collection"]!.GetValue<string>() == "claims")!;

    private static async Task<JsonDocument> Changes(HttpClient client, int from, int to) =>
        JsonDocument.Parse(await client.GetByteArrayAsync($"/api/v1/releases/{from}/changes/{to}", Cancellation));

    /// <summary>Every record of a release as its file has it, by collection and id.</summary>
    private static async Task<Dictionary<string, string>> Records(HttpClient client, int release)
    {
        await using var stream = await client.GetStreamAsync($"/api/v1/releases/{release}/download", Cancellation);
        await using var file = new System.IO.Compression.GZipStream(
            stream,
            System.IO.Compression.CompressionMode.Decompress
        );
        using var reader = new StreamReader(file);
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        await reader.ReadLineAsync(Cancellation);
        while (await reader.ReadLineAsync(Cancellation) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var (kind, record) = (
                json.RootElement.GetProperty("kind").GetString(),
                json.RootElement.GetProperty("record")
            );
            var collection = kind == "study" ? "studies" : $"{kind}s";
            records.Add($"{collection}/{record.GetProperty("id")}", record.GetRawText());
        }

        return records;
    }
}
