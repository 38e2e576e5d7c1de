using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Features.Claims;
using LdnEvidence.Api.Features.Conditions;
using LdnEvidence.Api.Features.Mechanisms;
using LdnEvidence.Api.Features.Outcomes;
using LdnEvidence.Api.Features.Studies;
using LdnEvidence.Api.Formats.Tables;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Formats;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Answers;

/// <summary>A spreadsheet can filter and sort by all that the list can: every filter and every field of an order has its column in CSV.</summary>
public sealed class CsvColumnTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly string[] NoFilters =
    [
        .. Names(typeof(SearchableQuery)),
        "facets",
        "include",
        // It widens the filter on conditions.
        "includeNarrower",
        // Codes belong to other records, which have them in their own CSV.
        "code",
    ];

    /// <summary>Columns that are not named as their filter or field.</summary>
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["condition"] = "conditions",
        ["namesCondition"] = "conditions",
        ["mechanism"] = "mechanisms",
        ["study"] = "citations",
        ["fidelity"] = "fidelityToSource",
        ["difference"] = "fidelityToSourceDifferences",
        ["checkedSince"] = "fidelityToSourceCheckedOn",
        ["fromYear"] = "year",
        ["toYear"] = "year",
    };

    public static IEnumerable<TheoryDataRow<string, Type, Type, string[]>> Lists =>
        [
            new("claims", typeof(ListClaimsQuery), typeof(ClaimResponse), [.. ClaimQueries.Sorts.Names]),
            new("studies", typeof(ListStudiesQuery), typeof(StudyResponse), [.. ListStudies.Sorts.Names]),
            new("conditions", typeof(ListConditionsQuery), typeof(ConditionResponse), [.. ListConditions.Sorts.Names]),
            new("mechanisms", typeof(ListMechanismsQuery), typeof(MechanismResponse), [.. ListMechanisms.Sorts.Names]),
            new("outcomes", typeof(ListOutcomesQuery), typeof(OutcomeResponse), [.. ListOutcomes.Sorts.Names]),
        ];

    [Theory, MemberData(nameof(Lists))]
    public void Every_filter_and_every_field_of_an_order_has_a_column(
        string list,
        Type query,
        Type record,
        string[] sorts
    )
    {
        var columns = CsvFormat.ColumnsOf(record);

        sorts.Select(field => ColumnOf(list, field)).Except(columns).ShouldBeEmpty();
        Filters(query).Select(filter => ColumnOf(list, filter)).Except(columns).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claims", typeof(ListClaimsQuery), 16)]
    [InlineData("studies", typeof(ListStudiesQuery), 8)]
    [InlineData("outcomes", typeof(ListOutcomesQuery), 1)]
    public async Task A_filter_leaves_the_rows_whose_column_has_the_value(string list, Type query, int atLeast)
    {
        var all = await Rows($"/api/v1/{list}?format=csv");
        var filters = Filters(query).ToList();
        filters.Count.ShouldBeGreaterThanOrEqualTo(atLeast);

        foreach (var filter in filters)
        {
            var column = ColumnOf(list, filter);
            var values =
                filter == "namesCondition"
                    ? ["true", "false"]
                    : all.SelectMany(row => Entries(row[column])).Distinct().Take(6).ToList();
            values.ShouldNotBeEmpty(filter);
            foreach (var value in values)
            {
                (await Rows($"/api/v1/{list}?format=csv&{filter}={Uri.EscapeDataString(value)}"))
                    .Select(row => row["id"])
                    .ShouldBe(
                        all.Where(row => IsLeft(filter, value, Entries(row[column]))).Select(row => row["id"]),
                        $"{filter}={value}"
                    );
            }
        }
    }

    private static bool IsLeft(string filter, string value, List<string> cell) =>
        filter switch
        {
            "namesCondition" => cell.Count > 0 == (value == "true"),
            "checkedSince" or "fromYear" => cell.Exists(entry => string.CompareOrdinal(entry, value) >= 0),
            "toYear" => cell.Exists(entry => string.CompareOrdinal(entry, value) <= 0),
            _ => cell.Contains(value),
        };

    private static IEnumerable<string> Filters(Type query) => Names(query).Except(NoFilters);

    private static IEnumerable<string> Names(Type query) =>
        query.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    /// <summary>The domain of a claim is that of its outcome.</summary>
    private static string ColumnOf(string list, string name) =>
        list == "claims" && name == "domain" ? "outcomeDomain" : Columns.GetValueOrDefault(name, name);

    private static List<string> Entries(string cell) => cell.Length == 0 ? [] : StrictCsv.Entries(cell);

    private async Task<List<Dictionary<string, string>>> Rows(string address) =>
        StrictCsv.Records(await catalogue.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
}
