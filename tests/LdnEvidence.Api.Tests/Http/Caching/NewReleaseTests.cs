using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Caching;

/// <summary>A new release is served at once, by this process and by others, and no answer mixes two.</summary>
public sealed class NewReleaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_that_this_process_publishes_is_served_at_once_and_named_ones_stay()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        string[] named =
        [
            "/api/v1/claims?release=1",
            "/api/v1/claims?release=1&format=csv",
            "/api/v1/search?q=claim&release=1",
            "/api/v1/releases/1",
            "/api/v1/releases/1/download",
        ];
        var before = new List<Answered>();
        foreach (var address in named)
        {
            before.Add(await AskThrice(client, address));
        }

        var first = await AskThrice(client, "/api/v1/claims");
        await AskThrice(client, "/api/v1/claims?asOf=2026-03-14");
        AddClaim(seed, 2);
        (await app.Publish()).Number.ShouldBe(2);

        foreach (var address in new[] { "/api/v1/claims", "/api/v1/claims?asOf=2026-03-14" })
        {
            var second = await Answered.To(client, address);
            second["Catalogue-Release"].ShouldBe("2", address);
            second["ETag"].ShouldNotBe(first["ETag"]);
            (await client.Get(address)).Ids().ShouldBe(["claim-2", "test-claim"]);
        }

        (await client.Get("/api/v1/releases"))["total"]!.GetValue<int>().ShouldBe(2);
        foreach (var (address, answer) in named.Zip(before))
        {
            (await AskThrice(client, address)).ShouldBe(answer, address);
        }
    }

    [Fact]
    public async Task A_release_that_another_process_publishes_is_served_without_a_restart()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        (await AskThrice(client, "/api/v1/claims"))["Catalogue-Release"].ShouldBe("1");
        AddClaim(seed, 2);
        seed.Save();

        var publishing = await Executable.Run(
            seed.Folder,
            "publish",
            "--database",
            app.DatabaseFile,
            "--seed-data",
            seed.Folder
        );
        publishing.Output.ShouldContain("Published release 2", Case.Sensitive, publishing.Errors);

        var served = string.Empty;
        for (var attempt = 0; attempt < 100 && served != "2"; attempt++)
        {
            await Task.Delay(100, Cancellation);
            served = (await Answered.To(client, "/api/v1/claims"))["Catalogue-Release"];
        }

        served.ShouldBe("2");
        (await client.Get("/api/v1/claims")).Ids().ShouldBe(["claim-2", "test-claim"]);
    }

    [Fact]
    public async Task Requests_while_releases_are_published_never_see_two_in_one_answer()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        await client.Get("/api/v1");
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(reader => Task.Run(() => Read(reader), Cancellation)).ToArray();
        for (var release = 2; release <= 8; release++)
        {
            AddClaim(seed, release);
            (await app.Publish()).Number.ShouldBe(release);
            await Task.Delay(50, Cancellation);
        }

        await done.CancelAsync();
        var seen = (await Task.WhenAll(readers)).SelectMany(releases => releases).ToHashSet();
        seen.ShouldContain(8);
        seen.Count.ShouldBeGreaterThan(2, "the readers were to meet several releases");

        async Task<HashSet<int>> Read(int reader)
        {
            var releases = new HashSet<int>();
            var last = 0;
            while (last < 8 || !done.IsCancellationRequested)
            {
                // Release n has n claims, the newest of them named after it.
                var list = await Answered.To(client, "/api/v1/claims?limit=100&sort=id");
                var release = ReleaseOf(list);
                var body = JsonNode.Parse(list.Body)!;
                body["release"]!.GetValue<int>().ShouldBe(release);
                body["total"]!.GetValue<int>().ShouldBe(release);
                body.Ids().ShouldBe(ClaimsOf(release));

                var rows = await Answered.To(client, "/api/v1/claims?format=ndjson&sort=id");
                System
                    .Text.Encoding.UTF8.GetString(rows.Body)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(row => JsonNode.Parse(row)!["id"]!.GetValue<string>())
                    .ShouldBe(ClaimsOf(ReleaseOf(rows)));

                var condition = await Answered.To(client, "/api/v1/conditions/test-disease");
                JsonNode.Parse(condition.Body)!["claimCounts"]!["total"]!
                    .GetValue<int>()
                    .ShouldBe(ReleaseOf(condition));
                release.ShouldBeGreaterThanOrEqualTo(last, $"reader {reader} was sent back");
                releases.Add(last = release);
            }

            return releases;
        }

        static int ReleaseOf(Answered answer) =>
            int.Parse(answer["Catalogue-Release"], System.Globalization.CultureInfo.InvariantCulture);

        static IEnumerable<string> ClaimsOf(int release) =>
            Enumerable.Range(2, release - 1).Select(number => $"claim-{number}").Append("test-claim");
    }

    private static async Task<Answered> AskThrice(HttpClient client, string address)
    {
        await Answered.To(client, address);
        await Answered.To(client, address);
        return await Answered.To(client, address);
    }

    private static void AddClaim(SeedFiles seed, int release) =>
        seed.Claims.Add(
            Given.AClaim(
                $"claim-{release}",
                conditions: ["test-disease"],
                mechanisms: ["test-mechanism"],
                citations: [Given.ACitation("tester-2020")]
            )
        );
}
