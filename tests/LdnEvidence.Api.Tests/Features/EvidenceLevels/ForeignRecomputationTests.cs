using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Tests.Features.EvidenceLevels;

/// <summary>A script in another language, which knows only public answers, comes to the same levels, and notices one that is wrong.</summary>
public sealed class ForeignRecomputationTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly string Script = Path.Combine(Folders.Repository, ".ci", "levels", "recompute.py");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_agrees_with_every_claim_that_is_served()
    {
        await SkipWithoutPython();
        using var served = await ServedCatalogue.Start();
        var total = (await served.Client.Get("/api/v1/claims?limit=1"))["total"]!.GetValue<int>();
        total.ShouldBeGreaterThan(0);

        var (exitCode, output, errors) = await Python(Script, served.Client.BaseAddress!.ToString());

        output.ShouldBe($"{total} claims recomputed, 0 differ\n", errors);
        exitCode.ShouldBe(0);
    }

    /// <summary>Each of these is wrong for any claim at the level pilot-trial.</summary>
    [Theory]
    [InlineData("evidenceLevel", "\"case-series\"")]
    [InlineData("levelTrace.rule", "\"L2\"")]
    [InlineData("levelTrace.countedStudies", "[]")]
    [InlineData(
        "levelTrace.notCounted",
        "[{\"study\":\"nobody-2000\",\"reason\":\"retracted\",\"why\":\"retracted\"}]"
    )]
    [InlineData("levelGap", "\"overstated\"")]
    [InlineData("interventionMatch", "\"not-ldn\"")]
    [InlineData("independentCohorts", "0")]
    [InlineData("participants", "0")]
    public async Task It_names_the_claim_that_was_altered(string member, string wrong)
    {
        await SkipWithoutPython();
        using var folder = await PublicAnswers();
        var lines = await File.ReadAllLinesAsync(folder.File("claims"), Cancellation);
        var at = Array.FindLastIndex(lines, line => line.Contains("\"evidenceLevel\":\"pilot-trial\""));
        var claim = JsonNode.Parse(lines[at])!;
        var path = member.Split('.');
        var holder = path.Length == 1 ? claim : claim[path[0]]!;
        holder.AsObject().ContainsKey(path[^1]).ShouldBeTrue();
        holder[path[^1]] = JsonNode.Parse(wrong);
        lines[at] = claim.ToJsonString();
        await File.WriteAllLinesAsync(folder.File("claims"), lines, Cancellation);

        var (exitCode, output, errors) = await Recompute(folder);

        exitCode.ShouldBe(1, errors);
        var printed = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        printed.Length.ShouldBe(2, output);
        printed[0].ShouldStartWith($"{claim["id"]!.GetValue<string>()}: {member} is served as ", Case.Sensitive);
        printed[1].ShouldBe($"{lines.Length} claims recomputed, 1 differ");
    }

    [Fact]
    public async Task It_takes_designs_and_standings_from_what_is_served()
    {
        await SkipWithoutPython();
        using var folder = await PublicAnswers();
        var studies = await File.ReadAllTextAsync(folder.File("studies"), Cancellation);
        var claims = await File.ReadAllLinesAsync(folder.File("claims"), Cancellation);
        var lifted = claims
            .Where(line => !line.Contains("\"evidenceLevel\":\"anecdotal\""))
            .Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>())
            .ToList();
        lifted.ShouldNotBeEmpty();
        var retracted = studies.Replace("\"standing\":\"current\"", "\"standing\":\"retracted\"");
        await File.WriteAllTextAsync(folder.File("studies"), retracted, Cancellation);

        var (exitCode, output, _) = await Recompute(folder);

        exitCode.ShouldBe(1);
        lifted.ShouldAllBe(id => output.Contains($"{id}: evidenceLevel is served as ", StringComparison.Ordinal));
        var script = await File.ReadAllTextAsync(Script, Cancellation);
        script.ShouldContain("countedDesigns");
        KebabCase<StudyDesign>
            .All.Concat(KebabCase<StudyStanding>.All)
            .Concat(KebabCase<EvidenceLevel>.All)
            .Where(name => script.Contains($"\"{name}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task It_notices_that_claims_are_missing()
    {
        await SkipWithoutPython();
        using var folder = await PublicAnswers();
        var lines = await File.ReadAllLinesAsync(folder.File("claims"), Cancellation);
        await File.WriteAllLinesAsync(folder.File("claims"), lines[..^1], Cancellation);

        var (exitCode, output, errors) = await Recompute(folder);

        exitCode.ShouldBe(1, errors);
        output.ShouldStartWith("anecdotal: claimCount is served as ", Case.Sensitive);
    }

    private static async Task SkipWithoutPython()
    {
        try
        {
            (await Python("--version")).ExitCode.ShouldBe(0);
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed; the script that recomputes the levels needs it.");
        }
    }

    /// <summary>What the script reads, as files.</summary>
    private async Task<TemporaryFolder> PublicAnswers()
    {
        var folder = new TemporaryFolder();
        foreach (
            var (file, address) in new[]
            {
                ("levels", "evidence-levels?limit=100"),
                ("studies", "studies?format=ndjson"),
                ("claims", "claims?format=ndjson"),
            }
        )
        {
            var text = await catalogue.Client.GetStringAsync($"/api/v1/{address}", Cancellation);
            await File.WriteAllTextAsync(folder.File(file), text, Cancellation);
        }

        return folder;
    }

    private static Task<(int ExitCode, string Output, string Errors)> Recompute(TemporaryFolder folder) =>
        Python(
            Script,
            "--levels",
            folder.File("levels"),
            "--studies",
            folder.File("studies"),
            "--claims",
            folder.File("claims")
        );

    private static async Task<(int ExitCode, string Output, string Errors)> Python(params string[] arguments)
    {
        using var python = Process.Start(
            new ProcessStartInfo("python3", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = python.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = python.StandardError.ReadToEndAsync(Cancellation);
        await python.WaitForExitAsync(Cancellation);
        return (python.ExitCode, await output, await errors);
    }
}
