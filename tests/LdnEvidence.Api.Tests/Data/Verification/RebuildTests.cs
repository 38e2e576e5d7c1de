using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Verification;

/// <summary>A rebuild is there whole or not at all, whoever reads meanwhile and whenever it is killed.</summary>
public sealed class RebuildTests(DatabaseCopies copies) : IClassFixture<DatabaseCopies>
{
    private const string Altered = "DELETE FROM list_columns WHERE name = 'kind'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_goes_on_reading_and_takes_the_next_release()
    {
        var file = copies.Copy();
        using var served = await ServedCatalogue.StartOnDatabase(file, ("RateLimiting__Enabled", "false"));
        var before = await Read(served.Client);

        for (var round = 0; round < 3; round++)
        {
            var rebuilding = Executable.Run("/", "rebuild", "--database", file);
            do
            {
                (await Read(served.Client)).ShouldBe(before);
            } while (!rebuilding.IsCompleted);

            var (exitCode, output, errors) = await rebuilding;
            exitCode.ShouldBe(0, errors);
            output.ShouldContain("Rebuilt from the documents: 2 releases");
        }

        (await Read(served.Client)).ShouldBe(before);
        await Eventually.Status(served.Client, "/health/ready", HttpStatusCode.OK);
        (await Executable.Run("/", "publish", "--database", file)).Output.ShouldContain("Published release 3");
        await Eventually.Status(served.Client, "/api/v1/releases/3", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rebuild_that_is_killed_leaves_what_was_there()
    {
        var file = copies.Copy();
        using var seed = SeedFiles.Minimal();
        for (var claim = 0; claim < 3_000; claim++)
        {
            seed.Claims.Add(Given.AClaim($"claim-{claim}", conditions: ["test-disease"]));
        }

        seed.Save();
        (await Executable.Run("/", "publish", "--database", file, "--seed-data", seed.Folder)).ExitCode.ShouldBe(0);
        DatabaseCopies.Alter(file, Altered);
        var fault = (await DatabaseCopies.Fault(file)).ShouldNotBeNull();

        using (var rebuilding = Executable.Start("/", "rebuild", "--database", file))
        {
            var log = new FileInfo(file + "-wal");
            while (!rebuilding.HasExited && !(log.Exists && log.Length > 256 * 1024))
            {
                await Task.Delay(1, Cancellation);
                log.Refresh();
            }

            rebuilding.HasExited.ShouldBeFalse("the rebuild was to be caught in the middle");
            rebuilding.Kill();
            await rebuilding.WaitForExitAsync(Cancellation);
        }

        (await DatabaseCopies.Fault(file)).ShouldBe(fault);
        await DatabaseCopies.Rebuild(file);
        (await DatabaseCopies.Fault(file)).ShouldBeNull();
    }

    private static async Task<string> Read(HttpClient client)
    {
        var answers = new List<string>();
        foreach (
            var path in new[]
            {
                "/api/v1/claims?q=ldn&release=2",
                "/api/v1/claims?kind=efficacy&release=2&facets=kind",
                "/api/v1/studies/tester-2020?release=1",
            }
        )
        {
            using var answer = await client.GetAsync(path, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answers.Add(await answer.Content.ReadAsStringAsync(Cancellation));
        }

        return string.Join('\n', answers);
    }
}
