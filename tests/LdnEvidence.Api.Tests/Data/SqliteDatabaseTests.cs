using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A database that cannot be used is told to the operator in one sentence, never as a stack trace.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => _folder.File("catalogue.db");

    [Fact]
    public async Task A_missing_file_and_folder_are_made()
    {
        var file = _folder.File("new/folder/catalogue.db");

        (await Executable.Run(_folder.Path, "migrate", "--database", file)).ExitCode.ShouldBe(0);

        System.IO.File.Exists(file).ShouldBeTrue();
        (await Scalar(file, "PRAGMA journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task Files_are_closed_to_everybody_but_user_and_group()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var seen = new Dictionary<string, UnixFileMode>(StringComparer.Ordinal);
        using (var served = await ServedCatalogue.Start())
        {
            await served.Client.Get("/api/v1/claims?q=ldn");
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(served.DatabaseFile)!))
            {
                seen.Add(Path.GetFileName(file), System.IO.File.GetUnixFileMode(file));
            }
        }

        seen.Keys.ShouldBe(
            ["catalogue.db", "catalogue.db-shm", "catalogue.db-wal", "catalogue.db.lock"],
            ignoreOrder: true
        );
        seen.Values.Distinct().ShouldBe([UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, "These are my notes, not a database at all.", Cancellation);

        await Refused("is not a SQLite database");

        (await System.IO.File.ReadAllTextAsync(File, Cancellation)).ShouldStartWith("These are my notes");
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        await Execute(File, "CREATE TABLE notes (text TEXT)");

        await Refused("another program");

        (await Scalar(File, "SELECT count(*) FROM sqlite_master")).ShouldBe(1L);
    }

    [Fact]
    public async Task The_database_of_a_newer_version_is_refused()
    {
        await Migrate();
        await Execute(File, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        await Refused("newer version");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(File);

        await Refused("cannot be opened");
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_refused()
    {
        var (exitCode, _, errors) = await Executable.Run(_folder.Path, "--database", "/proc/no-such/catalogue.db");

        exitCode.ShouldBe(1);
        errors.ShouldContain("/proc/no-such/catalogue.db cannot be used");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_locked_database_is_refused_after_a_wait()
    {
        await Migrate();
        await using var holder = await Open(File);
        await using var command = holder.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 1";
        await command.ExecuteNonQueryAsync(Cancellation);

        await Refused("locked by another process");
    }

    [Fact]
    public async Task A_read_only_database_is_named_as_such()
    {
        await Migrate();
        await using var connection = new SqliteConnection($"Data Source={File};Mode=ReadOnly");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM releases";
        var failure = await Should.ThrowAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Cancellation));

        SqliteDatabase.Explain(File, failure.SqliteErrorCode).ShouldContain("is read-only");
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_hold_up_the_next_start()
    {
        await Execute(File, $"PRAGMA application_id = {0x4C444E45}");
        await Execute(
            File,
            "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)"
        );
        await Execute(File, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");

        await Migrate();

        (await Scalar(File, "SELECT count(*) FROM claims")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_without_a_release_is_not_ready_and_answers_404()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        var client = app.CreateClient();
        await client.Get("/health/ready");
        foreach (var table in new[] { "release_seals", "list_columns", "documents", "claims", "releases" })
        {
            await Execute(app.DatabaseFile, $"PRAGMA foreign_keys = OFF; DROP TRIGGER {table}_refuse_delete");
            await Execute(app.DatabaseFile, $"PRAGMA foreign_keys = OFF; DELETE FROM {table}");
        }

        app.Services.GetRequiredService<ReleaseDirectory>().Refresh();

        await Eventually.Status(client, "/health/ready", System.Net.HttpStatusCode.ServiceUnavailable);
        await client.GetProblem("/api/v1/claims", System.Net.HttpStatusCode.NotFound, "release-not-found");
    }

    [Fact]
    public async Task A_database_that_fails_while_it_is_served_is_a_503_problem_without_details()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        var client = app.CreateClient();
        await client.Get("/api/v1/claims");
        await Execute(app.DatabaseFile, "ALTER TABLE documents RENAME TO gone");
        await Execute(app.DatabaseFile, "ALTER TABLE releases RENAME TO gone_too");
        // As the service does by itself before long; until then it reads what was there.
        app.Services.GetRequiredService<CatalogueReads>().LetGo();

        using var response = await client.GetAsync("/api/v1/claims", Cancellation);

        var problem = await response.ShouldBeProblem(
            System.Net.HttpStatusCode.ServiceUnavailable,
            "catalogue-unavailable",
            "claims"
        );
        problem["detail"]!.GetValue<string>().ShouldNotContain(app.DatabaseFile);
        await Eventually.Status(client, "/health/ready", System.Net.HttpStatusCode.ServiceUnavailable);
        using var live = await client.GetAsync("/health/live", Cancellation);
        live.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task<SqliteConnection> Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private static async Task Execute(string file, string sql)
    {
        await using var connection = await Open(file);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<object?> Scalar(string file, string sql)
    {
        await using var connection = await Open(file);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task Migrate() =>
        (await Executable.Run(_folder.Path, "migrate", "--database", File)).ExitCode.ShouldBe(0);

    private async Task Refused(string told)
    {
        foreach (var command in new[] { "serve", "publish" })
        {
            var (exitCode, _, errors) = await Executable.Run(
                _folder.Path,
                command,
                "--database",
                File,
                "--urls",
                "http://127.0.0.1:0"
            );

            exitCode.ShouldBe(1, command);
            errors.ShouldContain(File, Case.Sensitive, command);
            errors.ShouldContain(told, Case.Sensitive, command);
            errors.ShouldNotContain("   at ", Case.Sensitive, command);
        }
    }
}
