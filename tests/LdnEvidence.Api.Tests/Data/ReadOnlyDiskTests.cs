using System.Net;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A database that is whole is served and checked wherever it lies, and the log says what cannot be done there.</summary>
public sealed class ReadOnlyDiskTests(DatabaseCopies copies) : IClassFixture<DatabaseCopies>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_read_only_folder_is_served_and_checked(bool isOfAnotherBuild, bool hasALog)
    {
        using var disk = new SmallDisk();
        Prepare(disk.File("catalogue.db"), isOfAnotherBuild, hasALog);
        disk.SetReadOnly();

        await IsServed(disk, "its folder cannot be written");
        await IsChecked(disk);
        (await Executable.Run("/", "publish", "--database", disk.File("catalogue.db"))).ExitCode.ShouldBe(1);
        (await Executable.Run("/", "rebuild", "--database", disk.File("catalogue.db"))).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_full_disk_is_served_and_checked(bool isOfAnotherBuild, bool hasALog)
    {
        using var disk = new SmallDisk();
        Prepare(disk.File("catalogue.db"), isOfAnotherBuild, hasALog);
        disk.Fill();

        await IsServed(disk, "its disk is full or takes no writes");
        await IsChecked(disk);
        (await Executable.Run("/", "publish", "--database", disk.File("catalogue.db"))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_in_spite_of_it_is_noticed()
    {
        using var disk = new SmallDisk();
        Prepare(disk.File("catalogue.db"), isOfAnotherBuild: false, hasALog: false);
        disk.Fill();
        using var seed = SeedFiles.Minimal();
        seed.Claims.Add(Given.AClaim("written-later"));
        seed.Save();
        using var served = await ServedCatalogue.StartOnDatabase(disk.File("catalogue.db"));
        var client = served.Client;
        (await client.Get("/api/v1"))["release"]!["number"]!.GetValue<int>().ShouldBe(2);

        File.Delete(disk.File("filling"));
        var (exitCode, _, errors) = await Executable.Run(
            "/",
            "publish",
            "--database",
            disk.File("catalogue.db"),
            "--seed-data",
            seed.Folder
        );
        exitCode.ShouldBe(0, errors);

        await Eventually.Status(client, "/api/v1/claims/written-later", HttpStatusCode.OK);
        (await client.Get("/api/v1/claims?q=ldn&sort=id")).Ids().ShouldContain("written-later");
        await Eventually.Status(client, "/health/ready", HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_release_a_disk_that_takes_none_is_refused()
    {
        using var disk = new SmallDisk();
        disk.SetReadOnly();

        var (exitCode, _, errors) = await Executable.Run("/", "serve", "--database", disk.File("catalogue.db"));

        exitCode.ShouldBe(1);
        errors.ShouldContain(disk.File("catalogue.db"));
        errors.ShouldNotContain("   at ");
    }

    /// <summary>The shipped evidence under the mark of this build or of another, and with all that was written still in its log or not.</summary>
    private void Prepare(string file, bool isOfAnotherBuild, bool hasALog)
    {
        File.Copy(copies.Original, file);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var mark = connection.CreateCommand();
            mark.CommandText = isOfAnotherBuild ? "PRAGMA user_version = 1" : "SELECT 1";
            mark.ExecuteNonQuery();
            mark.CommandText = "CREATE TABLE more (a INTEGER); DROP TABLE more";
            mark.ExecuteNonQuery();
            if (hasALog)
            {
                File.Copy(file, file + ".kept");
                File.Copy(file + "-wal", file + ".kept-wal");
            }
        }

        if (hasALog)
        {
            File.Move(file + ".kept", file, overwrite: true);
            File.Move(file + ".kept-wal", file + "-wal");
            new FileInfo(file + "-wal").Length.ShouldBeGreaterThan(0);
        }
    }

    private static async Task IsServed(SmallDisk disk, string reason)
    {
        using var served = await ServedCatalogue.StartOnDatabase(disk.File("catalogue.db"));
        var client = served.Client;

        (await client.Get("/api/v1/claims?q=ldn&sort=id")).Ids().ShouldBe(["test-claim", "test-second"]);
        (await client.Get("/api/v1/claims/test-second?release=2"))["id"]!.GetValue<string>().ShouldBe("test-second");
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await served.Line(line => line.Contains(reason, StringComparison.Ordinal))).ShouldContain(
            "no release can be published into it, its schema cannot be brought up to date"
        );
    }

    private static async Task IsChecked(SmallDisk disk)
    {
        var before = Directory.EnumerateFiles(disk.Path).Order(StringComparer.Ordinal).ToList();
        var (exitCode, output, errors) = await Executable.Run("/", "check", "--database", disk.File("catalogue.db"));

        exitCode.ShouldBe(0, errors);
        output.ShouldContain("as it was published: 2 releases");
        Directory.EnumerateFiles(disk.Path).Order(StringComparer.Ordinal).ShouldBe(before);
    }
}
