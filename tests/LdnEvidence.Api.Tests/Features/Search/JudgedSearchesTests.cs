using System.Globalization;
using System.Text.Json;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>
/// Searches as patients, clinicians and developers type them, in the shipped catalogue, with the records that must be found and those that must not.
/// Recall must be 1 and no forbidden record may be found; precision is printed, and may not fall far.
/// </summary>
public sealed class JudgedSearchesTests(ShippedCatalogue catalogue, ITestOutputHelper output)
    : IClassFixture<ShippedCatalogue>
{
    private const double LeastPrecision = 0.85;

    private static readonly IReadOnlyList<JudgedSearch> Judged = JsonSerializer.Deserialize<List<JudgedSearch>>(
        File.ReadAllText(
            Path.Combine(Folders.Repository, "tests/LdnEvidence.Api.Tests/Features/Search/judged-searches.json")
        ),
        JsonSerializerOptions.Web
    )!;

    [Fact]
    public async Task Everything_wanted_is_found_and_nothing_forbidden()
    {
        var (wanted, found, hits, fitting) = (0, 0, 0, 0);
        var faults = new List<string>();
        foreach (var search in Judged)
        {
            var ids = await Ids(search);
            var missing = search.Must.Except(ids).ToList();
            var wrong = search.MustNot.Intersect(ids).ToList();
            faults.AddRange(missing.Select(id => $"{search.In} '{search.Q}' does not find {id}."));
            faults.AddRange(wrong.Select(id => $"{search.In} '{search.Q}' finds {id}."));
            (wanted, found) = (wanted + search.Must.Count, found + search.Must.Count - missing.Count);
            (hits, fitting) = (
                hits + ids.Length,
                fitting + ids.Count(id => search.Must.Concat(search.May).Contains(id))
            );
            output.WriteLine(
                $"{search.Who}: {search.In} '{search.Q}' also finds {string.Join(", ", ids.Except(search.Must).Except(search.May))}"
            );
        }

        var (recall, precision) = ((double)found / wanted, (double)fitting / hits);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Judged.Count} searches: recall {recall:P1}, precision {precision:P1} ({fitting} of {hits} hits judged to fit)"
            )
        );
        faults.ShouldBeEmpty();
        precision.ShouldBeGreaterThan(LeastPrecision);
    }

    [Fact]
    public void There_are_enough_searches_of_every_kind_of_reader_and_all_records_they_name_exist()
    {
        Judged.Count.ShouldBeGreaterThanOrEqualTo(80);
        Judged.CountBy(search => search.Who).ShouldAllBe(group => group.Value >= 10);
        Judged
            .CountBy(search => search.Who)
            .Select(group => group.Key)
            .ShouldBe(["patient", "clinician", "developer"], ignoreOrder: true);
        Judged.CountBy(search => (search.In, search.Q)).ShouldAllBe(group => group.Value == 1);
    }

    [Fact]
    public async Task Every_judged_record_exists()
    {
        foreach (var list in Judged.GroupBy(search => search.In))
        {
            var all = await catalogue.Client.Walk($"/api/v1/{list.Key}?limit=100");
            list.SelectMany(search => search.Must.Concat(search.May).Concat(search.MustNot)).ShouldBeSubsetOf(all);
        }
    }

    private async Task<string[]> Ids(JudgedSearch search) =>
        (await catalogue.Client.Get($"/api/v1/{search.In}?limit=100&q={Uri.EscapeDataString(search.Q)}")).Ids();
}

/// <summary>A search, and what of the shipped catalogue it must find, may find and must not find.</summary>
public sealed record JudgedSearch(
    string Who,
    string In,
    string Q,
    IReadOnlyList<string> Must,
    IReadOnlyList<string> May,
    IReadOnlyList<string> MustNot
);
