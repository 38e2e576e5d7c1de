using LdnEvidence.Api.Data;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A process that is killed while it publishes leaves the last whole release.</summary>
public sealed class KilledPublishTests
{
    [Fact]
    public async Task The_next_start_serves_the_last_whole_release()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        using var seed = SeedFiles.Minimal();
        string[] settings = ["--database", folder.File("catalogue.db"), "--seed-data", seed.Folder];
        seed.Save();
        (await Executable.Run(folder.Path, ["publish", .. settings])).ExitCode.ShouldBe(0);
        var guards = Guards(folder.File("catalogue.db"));
        guards.ShouldContain("claims_refuse_insert");

        // Enough claims that writing them takes a second or more, so that the write can be caught in the middle.
        for (var i = 0; i < 10_000; i++)
        {
            seed.Claims.Add(
                Given.AClaim($"claim-{i}", conditions: ["test-disease"], citations: [Given.ACitation("tester-2020")])
            );
        }

        seed.Save();
        using (var publishing = Executable.Start(folder.Path, ["publish", .. settings]))
        {
            // The write-ahead log grows while the transaction is open; at 2 MiB it is well under way and far from done.
            var log = new FileInfo(folder.File("catalogue.db-wal"));
            while (!publishing.HasExited && !(log.Exists && log.Length > 2 * 1024 * 1024))
            {
                await Task.Delay(5, cancellation);
                log.Refresh();
            }

            publishing.HasExited.ShouldBeFalse("the publication was to be caught in the middle");
            publishing.Kill();
            await publishing.WaitForExitAsync(cancellation);
            publishing.ExitCode.ShouldBe(137, "killed, not ended");
        }

        Guards(folder.File("catalogue.db")).ShouldBe(guards);
        using var next = new CatalogueApp(seed, folder.File("catalogue.db"));
        var client = next.CreateClient();
        (await client.Get("/api/v1"))["release"]!["number"]!.GetValue<int>().ShouldBe(1);
        (await client.Get("/api/v1/claims")).Ids().ShouldBe(["test-claim"]);

        (await Executable.Run(folder.Path, ["publish", .. settings])).Output.ShouldContain("Published release 2");
        next.Services.GetRequiredService<ReleaseDirectory>().Refresh();
        (await client.Get("/api/v1/claims?limit=1"))["total"]!.GetValue<int>().ShouldBe(10_001);
        Guards(folder.File("catalogue.db")).ShouldBe(guards);
    }

    /// <summary>The triggers by which the database refuses to change a release; publishing lifts some of them for itself alone.</summary>
    private static List<string> Guards(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
