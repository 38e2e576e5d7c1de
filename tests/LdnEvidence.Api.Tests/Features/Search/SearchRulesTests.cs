using System.Text.RegularExpressions;
using CsCheck;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>Each rule of the search that API-DESIGN.md lists holds for words that nobody listed.</summary>
public sealed partial class SearchRulesTests
{
    private const int Cases = 12;

    [Fact]
    public void Each_rule_of_the_document_has_its_test_and_each_test_its_rule() =>
        Documented().ShouldBe(SearchRules.All.Keys);

    /// <summary>Every spelling stands in a claim of its own, and each finds the claims of all.</summary>
    [Fact]
    public async Task Spellings_of_one_thing_find_the_same()
    {
        var cases = SearchRules
            .All.SelectMany(rule => rule.Value.Array[Cases].Single().Select(spellings => (Rule: rule.Key, spellings)))
            .ToList();
        using var seed = SeedFiles.Minimal();
        foreach (var (number, (_, spellings)) in cases.Index())
        {
            foreach (var (place, spelling) in spellings.Index())
            {
                var claim = Given.AClaim(Id(number, place));
                claim["statement"] = $"Zebras, {Published(spelling, spellings[0])}, zebras.";
                seed.Claims.Add(claim);
            }
        }

        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();

        var broken = new List<string>();
        foreach (var (number, (rule, spellings)) in cases.Index())
        {
            string[] wanted = [.. spellings.Index().Select(spelling => Id(number, spelling.Index))];
            foreach (var spelling in spellings)
            {
                var found = await client.Get($"/api/v1/claims?limit=100&q={Uri.EscapeDataString(spelling)}");
                if (!wanted.Order().SequenceEqual(found.Ids().Order()))
                {
                    broken.Add(
                        $"{rule}: '{spelling}' finds {Spelled(found.Ids(), cases)} instead of {Spelled(wanted, cases)}."
                    );
                }
            }
        }

        broken.ShouldBeEmpty();
    }

    /// <summary>A published text has plain spaces, composed letters and no character that cannot be seen; a search may have any.</summary>
    private static string Published(string spelling, string first) =>
        spelling.Any(letter =>
            letter is '\u00A0' or '\u00AD' or '\u200B' or '\u2060' || Signs.IsMark(char.GetUnicodeCategory(letter))
        )
            ? first
            : spelling;

    private static string Id(int number, int place) => $"case-{number}-{place}";

    private static string Spelled(IEnumerable<string> ids, List<(string Rule, string[] Spellings)> cases) =>
        string.Join(
            " | ",
            ids.Select(id => id.Split('-'))
                .Where(id => id[0] == "case")
                .Select(id =>
                    cases[int.Parse(id[1], System.Globalization.CultureInfo.InvariantCulture)].Spellings[
                        int.Parse(id[2], System.Globalization.CultureInfo.InvariantCulture)
                    ]
                )
        );

    /// <summary>The first column of the table of rules.</summary>
    private static IEnumerable<string> Documented()
    {
        var document = File.ReadAllText(Path.Combine(Folders.Repository, "src/API-DESIGN.md"));
        var table = document[document.IndexOf("| Rule | Together find the same |", StringComparison.Ordinal)..];
        return Row()
            .Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)])
            .Skip(1)
            .Select(row => row.Groups["rule"].Value);
    }

    [GeneratedRegex(@"^\| (?<rule>[^|]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
