using System.Text.RegularExpressions;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Commands;

public sealed partial class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Help_explains_every_command_and_option()
    {
        var (exitCode, output, _) = await Executable.Run(_folder.Path, "--help");

        exitCode.ShouldBe(0);
        foreach (
            var word in new[]
            {
                "serve",
                "publish",
                "check",
                "rebuild",
                "migrate",
                "--database",
                "--seed-data",
                "--urls",
            }
        )
        {
            output.ShouldContain(word);
        }
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_refused()
    {
        var (exitCode, _, errors) = await Executable.Run(_folder.Path, "pubish");

        exitCode.ShouldBe(1);
        errors.ShouldContain("pubish");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_passes_the_shipped_seed_and_writes_nothing()
    {
        var (exitCode, output, _) = await Executable.Run(_folder.Path, "check");

        exitCode.ShouldBe(0);
        output.ShouldContain("has no fault: 67 claims, 11 studies");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_prints_every_fault_and_fails()
    {
        using var seed = SeedFiles.Minimal();
        seed.Claims[0]!["kind"] = "story";
        seed.Conditions[0]!["broader"] = "no-such";
        seed.Save();

        var (exitCode, _, errors) = await Executable.Run(_folder.Path, "check", "--seed-data", seed.Folder);

        exitCode.ShouldBe(1);
        errors.ShouldContain("has 2 faults; nothing was changed");
        errors.ShouldContain("conditions.json > test-disease > broader: 'no-such' does not exist.");
        errors.ShouldContain("claims.json > test-claim > kind: It is not one of the allowed values.");
        errors.ShouldNotContain("   at ");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_with_a_database_verifies_it_and_names_what_differs()
    {
        using var seed = SeedFiles.Minimal();
        seed.Save();
        string[] database = ["--database", _folder.File("a.db")];
        await Executable.Run(_folder.Path, ["publish", "--seed-data", seed.Folder, .. database]);

        var (sound, output, _) = await Executable.Run(_folder.Path, ["check", .. database]);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database[1]}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var tamper = connection.CreateCommand();
            tamper.CommandText =
                "DROP TRIGGER documents_refuse_update; UPDATE documents SET document = document || ' ' WHERE CAST(document AS TEXT) LIKE '{\"id\":\"test-claim\"%'";
            (await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        var (altered, _, errors) = await Executable.Run(_folder.Path, ["check", .. database]);

        sound.ShouldBe(0);
        output.ShouldContain("as it was published: 1 releases, 9 records, chain digest ");
        altered.ShouldBe(1);
        errors.ShouldContain("Release 1, claims, test-claim differs");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Check_makes_no_database()
    {
        var (exitCode, _, errors) = await Executable.Run(_folder.Path, "check", "--database", _folder.File("no.db"));

        exitCode.ShouldBe(1);
        errors.ShouldContain("There is no database");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_numbers_releases_and_says_when_there_is_nothing_to_publish()
    {
        using var seed = SeedFiles.Minimal();
        seed.Save();
        string[] publish = ["publish", "--seed-data", seed.Folder, "--database", _folder.File("a.db")];

        (await Executable.Run(_folder.Path, publish)).Output.ShouldContain("Published release 1, digest ");
        (await Executable.Run(_folder.Path, publish)).Output.ShouldContain(
            "Nothing to publish: release 1 already has this content"
        );
        seed.Claims.Add(Given.AClaim("another"));
        seed.Save();
        (await Executable.Run(_folder.Path, publish)).Output.ShouldContain("Published release 2, digest ");
    }

    [Fact]
    public async Task Serve_is_the_default_and_serves_the_seed_without_any_setting_but_the_port()
    {
        using var process = Executable.Start(_folder.Path, "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await Address(process.StandardOutput);
            using var client = new HttpClient { BaseAddress = new Uri(address) };

            (await client.Get("/api/v1/claims?limit=1"))["total"]!.GetValue<int>().ShouldBe(67);
            (await client.Get("/health/ready"))["status"]!.GetValue<string>().ShouldBe("healthy");
            // The server's own limit would answer without a body.
            await client.GetProblem(
                $"/api/v1/claims?condition={new string('a', 20_000)}",
                System.Net.HttpStatusCode.BadRequest,
                "invalid-parameter"
            );
            using var answer = await client.GetAsync("/api/v1", TestContext.Current.CancellationToken);
            answer.Headers.Contains("Server").ShouldBeFalse();
            File.Exists(_folder.File("catalogue.db")).ShouldBeTrue();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        using var holder = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        holder.Start();

        var (exitCode, _, errors) = await Executable.Run(_folder.Path, "--urls", $"http://{holder.LocalEndpoint}");

        exitCode.ShouldBe(1);
        errors.ShouldContain("--urls");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_address_that_is_none_is_told()
    {
        var (exitCode, output, errors) = await Executable.Run(_folder.Path, "--urls", "nonsense");

        exitCode.ShouldBe(1);
        errors.ShouldContain("nonsense");
        errors.ShouldContain("--urls");
        (output + errors).ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("publish")]
    [InlineData("check")]
    public async Task A_command_that_is_stopped_ends_quietly(string command)
    {
        using var process = Executable.Start(_folder.Path, command, "--urls", "http://127.0.0.1:0");
        // Early enough to hit the work before the server listens; wherever it hits, there is no stack trace and no crash.
        await Task.Delay(700, TestContext.Current.CancellationToken);
        using (var signal = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        errors.ShouldNotContain("Unhandled exception");
        process.ExitCode.ShouldBeOneOf(0, 1, 143);
    }

    [Theory]
    [InlineData("RateLimiting__Burst", "0", "Burst must be between 1 and 100000")]
    [InlineData("RateLimiting__Burst", "many", "'many' at 'RateLimiting:Burst'")]
    [InlineData("RateLimiting__Burst", "3000000000", "'3000000000' at 'RateLimiting:Burst'")]
    [InlineData("AnswerCache__Megabytes", "9999", "Megabytes must be between 0 and 4096")]
    [InlineData("Catalogue__DatabasePath", "", "DatabasePath field is required")]
    [InlineData("Catalogue__SeedDataPath", " ", "SeedDataPath field is required")]
    [InlineData("RateLimiting__Enabled", "perhaps", "'perhaps' at 'RateLimiting:Enabled'")]
    [InlineData("ForwardedHeaders__KnownProxies__0", "proxy.example", "'proxy.example', which is no IP address")]
    [InlineData("ForwardedHeaders__KnownNetworks__0", "10.0.0.0/99", "'10.0.0.0/99', which is no network")]
    public async Task Settings_that_make_no_sense_stop_the_start_in_words(string setting, string value, string told)
    {
        var (exitCode, _, errors) = await Executable.Run(
            _folder.Path,
            [(setting, value)],
            ["serve", "--urls", "http://127.0.0.1:0"]
        );

        exitCode.ShouldBe(1);
        errors.ShouldContain(told);
        errors.ShouldNotContain("   at ");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> Address(StreamReader output)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return match.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException("The service ended without listening.");
    }

    [GeneratedRegex("Now listening on: (?<address>http://[^ ]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
