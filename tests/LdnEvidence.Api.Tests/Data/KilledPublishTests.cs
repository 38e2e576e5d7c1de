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
        using var folder = new TemporaryFolder();
        using var seed = SeedFiles.Minimal();
        string[] settings = ["--database", folder.File("catalogue.db"), "--seed-data", seed.Folder];
        seed.Save();
        (await Executable.Run(folder.Path, ["publish", .. settings])).ExitCode.ShouldBe(0);
        var guards = Guards(folder.File("catalogue.db"));
        guards.ShouldContain("claims_refuse_insert");

        AddManyClaims(seed);
        // The write-ahead log grows while the transaction is open; at 2 MiB it is well under way and far from done.
        await KillOnce(folder, settings, "catalogue.db-wal", 2 * 1024 * 1024);

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

    [Fact]
    public async Task A_first_publication_that_was_killed_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var seed = SeedFiles.Minimal();
        string[] settings = ["--database", folder.File("catalogue.db"), "--seed-data", seed.Folder];
        AddManyClaims(seed);
        // Nobody reads yet, so the rows go into the file itself, and its journal says how to be rid of them.
        await KillOnce(folder, settings, "catalogue.db", 4 * 1024 * 1024);
        File.Exists(folder.File("catalogue.db-journal")).ShouldBeTrue();
        Names(folder)
            .ShouldBe(
                ["catalogue.db", "catalogue.db-journal", "catalogue.db.lock"],
                "what is only needed while publishing has no name"
            );

        using var next = new CatalogueApp(seed, folder.File("catalogue.db"));
        var client = next.CreateClient();

        (await client.Get("/api/v1"))["release"]!["number"]!.GetValue<int>().ShouldBe(1);
        (await client.Get("/api/v1/claims?limit=1"))["total"]!.GetValue<int>().ShouldBe(10_001);
        (await client.Get("/api/v1/claims?q=claim&limit=1"))["total"]!.GetValue<int>().ShouldBe(10_001);
        Scalar(folder.File("catalogue.db"), "PRAGMA journal_mode").ShouldBe("wal");
        File.Exists(folder.File("catalogue.db-journal")).ShouldBeFalse();
    }

    /// <summary>Adds enough claims that writing them takes a second or more, so that the write can be caught in the middle.</summary>
    private static void AddManyClaims(SeedFiles seed)
    {
        for (var i = 0; i < 10_000; i++)
        {
            seed.Claims.Add(
                Given.AClaim($"claim-{i}", conditions: ["test-disease"], citations: [Given.ACitation("tester-2020")])
            );
        }

        seed.Save();
    }

    /// <summary>Publishes, and kills the process once a file that it writes has this many bytes.</summary>
    private static async Task KillOnce(TemporaryFolder folder, string[] settings, string file, long length)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var publishing = Executable.Start(folder.Path, ["publish", .. settings]);
        var written = new FileInfo(folder.File(file));
        while (!publishing.HasExited && !(written.Exists && written.Length > length))
        {
            await Task.Delay(5, cancellation);
            written.Refresh();
        }

        publishing.HasExited.ShouldBeFalse("the publication was to be caught in the middle");
        publishing.Kill();
        await publishing.WaitForExitAsync(cancellation);
        publishing.ExitCode.ShouldBe(137, "killed, not ended");
    }

    private static string[] Names(TemporaryFolder folder) =>
        [
            .. Directory
                .EnumerateFiles(folder.Path, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal),
        ];

    private static string? Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The statement is this test's own.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string;
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
