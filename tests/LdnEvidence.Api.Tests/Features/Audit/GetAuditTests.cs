using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain.Audit;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Tests.Features.Audit;

public sealed class GetAuditTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;

    public GetAuditTests() => _app = CatalogueApp.On(_seed);

    [Fact]
    public async Task Every_rule_is_told_with_its_sentence_and_passed()
    {
        var audit = await _app.CreateClient().Get("/api/v1/audit");

        audit["passed"]!.GetValue<bool>().ShouldBeTrue();
        var rules = audit["rules"]!.AsArray();
        rules
            .Select(rule => (Text(rule, "id"), Text(rule, "sentence")))
            .ShouldBe(AuditRules.All.Select(rule => (rule.Id, rule.Sentence)));
        rules.ShouldAllBe(rule => rule!["passed"]!.GetValue<bool>() && rule["offending"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task It_names_the_release_and_the_digest_that_it_is_about()
    {
        var client = _app.CreateClient();
        var first = await client.Get("/api/v1/audit");
        _seed.Claims[0]!["statement"] = "LDN is said to do something else.";
        await _app.Publish();

        foreach (var number in new[] { 1, 2 })
        {
            var audit = await client.Get($"/api/v1/audit?release={number}");
            var release = await client.Get($"/api/v1/releases/{number}");

            audit["release"]!.GetValue<int>().ShouldBe(number);
            Text(audit, "digest").ShouldBe(Text(release, "digest"));
        }

        (await client.Get("/api/v1/audit?release=1")).ToJsonString().ShouldBe(first.ToJsonString());
    }

    [Theory]
    [InlineData("audit", 9)]
    [InlineData("coverage", 10)]
    public async Task A_release_that_was_published_without_it_says_so(string report, int collection)
    {
        var client = _app.CreateClient();
        await client.Get("/api/v1");
        await Forget(collection);

        var problem = await client.GetProblem($"/api/v1/{report}", HttpStatusCode.NotFound, $"{report}-not-found");

        Text(problem, "detail").ShouldStartWith("Release 1 was published before");
    }

    public void Dispose()
    {
        _app.Dispose();
        _seed.Dispose();
    }

    private static string Text(JsonNode? node, string member) => node![member]!.GetValue<string>();

    /// <summary>Makes the release one of those that were published before this was kept: past the seal that guards it.</summary>
    private async Task Forget(int collection)
    {
        await using var connection = new SqliteConnection($"Data Source={_app.DatabaseFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "DROP TRIGGER documents_refuse_delete; DELETE FROM documents WHERE (key >> 32) & 255 = $collection";
        command.Parameters.AddWithValue("$collection", collection);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
