using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Api.Tests.Benchmarks;

/// <summary>The catalogues that speed is measured on: what the load asks for must be in them.</summary>
public sealed class CatalogueGeneratorTests : IDisposable
{
    private static readonly Scale Small = Scale.Of(600);

    private readonly TemporaryFolder _folder = new();

    public CatalogueGeneratorTests() => CatalogueGenerator.Write(Small, _folder.File("seed"));

    [Fact]
    public void The_same_scale_gives_the_same_bytes()
    {
        CatalogueGenerator.Write(Small, _folder.File("again"));

        var files = Directory.GetFiles(_folder.File("seed"));
        files.Length.ShouldBe(6);
        foreach (var file in files)
        {
            File.ReadAllBytes(Path.Combine(_folder.File("again"), Path.GetFileName(file)))
                .ShouldBe(File.ReadAllBytes(file));
        }
    }

    [Fact]
    public async Task A_generated_catalogue_has_no_fault()
    {
        var (exitCode, output, errors) = await Executable.Run(
            _folder.Path,
            "check",
            "--seed-data",
            _folder.File("seed")
        );

        // Only on a busy machine does it take long enough to say how far it is.
        errors
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldAllBe(line => line.Contains(" of ", StringComparison.Ordinal));
        output.ShouldContain("600 claims, 120 studies");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Claims_have_the_ids_that_the_scale_names() =>
        Claims.Select(claim => (string)claim["id"]!).ShouldBe(Enumerable.Range(0, 600).Select(Scale.ClaimId));

    [Fact]
    public void A_rare_word_stands_in_one_to_five_claims()
    {
        var words = WordsOfEachClaim();

        foreach (var word in Enumerable.Range(0, Small.RareWords).Select(Words.Rare))
        {
            words.Count(claim => claim.Contains(word)).ShouldBeInRange(1, 5);
        }
    }

    [Fact]
    public void A_common_word_stands_in_about_a_third_of_all_claims()
    {
        var words = WordsOfEachClaim();

        foreach (var word in Enumerable.Range(0, Words.CommonCount).Select(Words.Common))
        {
            words.Count(claim => claim.Contains(word)).ShouldBeInRange(140, 260);
        }
    }

    [Fact]
    public void One_claim_in_five_rests_on_a_trial_and_one_on_cases()
    {
        var levels = Claims.CountBy(claim => (string)claim["expectedLevel"]!).ToDictionary();

        levels["pilot-trial"].ShouldBeInRange(80, 160);
        levels["case-series"].ShouldBeInRange(80, 160);
        levels["anecdotal"].ShouldBeInRange(300, 420);
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<JsonNode> Claims =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.File("seed"), "claims.json")))!["claims"]!.AsArray()!;

    private List<HashSet<string>> WordsOfEachClaim() =>
        [.. Claims.Select(claim => ((string)claim!["statement"]!).TrimEnd('.').Split(' ').ToHashSet())];
}
