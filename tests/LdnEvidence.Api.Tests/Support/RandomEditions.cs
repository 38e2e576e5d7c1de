using System.Text.Json.Nodes;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Turns a seed into another that is sound as well, by changes drawn from a seeded generator: the same number gives the same editions.</summary>
internal sealed class RandomEditions(SeedFiles seed, int number)
{
    private static readonly string[] Standings = ["current", "corrected", "concern", "retracted"];

    private readonly Random _random = new(number);
    private int _added;

    /// <summary>Makes some changes, at least one of which can be seen.</summary>
    public void Next()
    {
        Add();
        for (var change = _random.Next(1, 6); change > 0; change--)
        {
            Change();
        }
    }

    private void Change()
    {
        var (claim, study) = (Any(seed.Claims), Any(seed.Studies));
        switch (_random.Next(6))
        {
            case 0:
                claim["statement"] = $"LDN is said to do number {_random.Next(1000)}.";
                break;
            case 1:
                Given.Stand(study, Standings[_random.Next(Standings.Length)]);
                break;
            case 2:
                study["design"] = new[] { "randomized-parallel-trial", "case-series", "in-vitro" }[_random.Next(3)];
                break;
            case 3 when claim["id"]!.GetValue<string>() != "test-claim":
                Given.Judge(claim, isContradicted: _random.Next(2) == 0);
                break;
            case 4 when seed.Claims.Count > 2:
                seed.Claims.Remove(seed.Claims.First(other => other!["id"]!.GetValue<string>() != "test-claim"));
                break;
            default:
                seed.Conditions[0]!["name"] = $"The condition number {_random.Next(1000)}";
                break;
        }
    }

    private void Add()
    {
        var id = $"added-{++_added}";
        seed.Studies.Add(Given.AStudy($"author-{_added}", _random.Next(2) == 0 ? "case-report" : "open-label-trial"));
        seed.Claims.Add(
            Given.AClaim(
                id,
                conditions: ["test-disease"],
                citations: [Given.ACitation($"author-{_added}"), Given.ACitation("tester-2020", _random.Next(2) == 0)]
            )
        );
        // Every study stays in use by a claim that stays.
        seed.Claims.Single(claim => claim!["id"]!.GetValue<string>() == "test-claim")!["citations"]!
            .AsArray()
            .Add(Given.ACitation($"author-{_added}", reportsOutcome: false));
    }

    private JsonNode Any(JsonArray records) => records[_random.Next(records.Count)]!;
}
