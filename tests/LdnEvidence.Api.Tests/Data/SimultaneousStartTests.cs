using System.Diagnostics;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>However many processes find that there is no database, one of them publishes release 1.</summary>
public sealed class SimultaneousStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SeedFiles _one = SeedFiles.Minimal().Save();
    private readonly SeedFiles _other = SeedFiles.Minimal();

    public SimultaneousStartTests()
    {
        _other.Claims[0]!["statement"] = "LDN is said to do something else.";
        _other.Save();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => _folder.File("catalogue.db");

    [Fact]
    public async Task Several_starts_and_a_publication_give_one_release()
    {
        Process[] starts = [Run("serve", _one), Run("publish", _one), Run("serve", _one), Run("serve", _one)];
        await AllAreDone(starts);

        DatabaseCopies.Rows(Database, "SELECT number FROM releases").ShouldHaveSingleItem().ShouldBe(["1"]);
        (await DatabaseCopies.Fault(Database)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_comes_second_with_another_seed_serves_what_is_there()
    {
        Process[] starts = [Run("serve", _one), Run("serve", _other), Run("serve", _one), Run("serve", _other)];
        await AllAreDone(starts);

        DatabaseCopies.Rows(Database, "SELECT number FROM releases").ShouldHaveSingleItem().ShouldBe(["1"]);
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    private Process Run(string command, SeedFiles seed) =>
        Executable.Start(
            _folder.Path,
            command,
            "--urls",
            "http://127.0.0.1:0",
            "--database",
            Database,
            "--seed-data",
            seed.Folder
        );

    /// <summary>Waits until each serves or has published, and ends it.</summary>
    private static async Task AllAreDone(Process[] processes)
    {
        try
        {
            foreach (var process in processes)
            {
                var lines = new List<string>();
                while (
                    await process.StandardOutput.ReadLineAsync(Cancellation) is { } line
                    && !line.Contains("Now listening on", StringComparison.Ordinal)
                )
                {
                    lines.Add(line);
                }

                if (process.HasExited)
                {
                    var errors = await process.StandardError.ReadToEndAsync(Cancellation);
                    process.ExitCode.ShouldBe(0, string.Join('\n', [.. lines, errors]));
                }
            }
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
                process.Dispose();
            }
        }
    }
}
