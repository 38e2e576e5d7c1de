using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>A walk visits every record exactly once, whatever the filters, the order and the size of the pages.</summary>
public sealed class PagingTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly Gen<string> Filters = Laws.OneOf(
        "",
        "evidenceLevel=anecdotal",
        "evidenceLevel=pilot-trial&evidenceLevel=case-series",
        "kind=mechanism",
        "kind=efficacy&fidelity=nothing-cited&fidelity=partly-supported",
        "condition=cancer&includeNarrower=true",
        "condition=autoimmune-disease&includeNarrower=true",
        "study=younger-2014",
        "direction=improves&direction=decreases",
        "q=pain",
        "q=disease&kind=efficacy",
        "q=%22low%20dose%22"
    );

    private static readonly Gen<string> Orders = Laws.OneOf(
            "id",
            "evidenceLevel",
            "kind",
            "direction",
            "fidelity",
            "fidelityToDocument",
            "levelIsMeaningful",
            "outcome"
        )
        .HashSet[0, 4]
        .SelectMany(fields =>
            Gen.Bool.Array[fields.Count]
                .Select(turned => string.Join(',', fields.Zip(turned, (field, down) => down ? $"-{field}" : field)))
        );

    [Fact]
    public void Claims() =>
        Gen.Select(Filters, Orders, Gen.Int[1, 9])
            .Sample(
                (filter, order, limit) =>
                {
                    var query = string.Join(
                        '&',
                        new[] { filter, order.Length > 0 ? $"sort={order}" : "" }.Where(part => part.Length > 0)
                    );
                    var whole = Laws.Wait(() => catalogue.Client.Get($"/api/v1/claims?limit=100&{query}".TrimEnd('&')));
                    var (pages, last) = Laws.Wait(() =>
                        catalogue.Client.WalkPages($"/api/v1/claims?limit={limit}&{query}".TrimEnd('&'), "next")
                    );
                    var (back, _) = Laws.Wait(() => catalogue.Client.WalkPages(last, "prev"));
                    string[] walked =
                    [
                        .. pages.SelectMany(page => page.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                    ];

                    back.AsEnumerable().Reverse().SequenceEqual(pages).ShouldBeTrue(query);

                    walked.SequenceEqual(whole.Ids()).ShouldBeTrue(query);
                    walked.ShouldBeUnique(query);
                    walked.Length.ShouldBe(whole["total"]!.GetValue<int>(), query);
                },
                iter: 40,
                threads: 1
            );

    [Fact]
    public async Task A_page_has_20_records_unless_limit_says_otherwise()
    {
        (await catalogue.Client.Get("/api/v1/claims")).Ids().Length.ShouldBe(20);
        (await catalogue.Client.Get("/api/v1/claims?limit=21")).Ids().Length.ShouldBe(21);
    }

    [Theory]
    [InlineData("studies", "id,year,journal,design,standing,title,sampleSize,claims")]
    [InlineData("conditions", "id,name,claims")]
    [InlineData("mechanisms", "id,name,claims")]
    [InlineData("outcomes", "id,name,claims")]
    [InlineData("claims", "evidenceLevel,id,kind,direction,fidelity,fidelityToDocument,levelIsMeaningful,outcome")]
    [InlineData("claims/dose-ldn-range/references", "id,year")]
    [InlineData("evidence-levels", "rank,id")]
    public async Task Every_field_sorts_both_ways(string list, string fields)
    {
        foreach (var field in fields.Split(','))
        {
            foreach (
                var order in new[]
                {
                    field,
                    $"-{field}",
                    $"{field},-{fields.Split(',').First(other => other != field)}",
                }
            )
            {
                await ShouldVisitAll(list, order, Rank(field), order.StartsWith('-'));
            }
        }
    }

    [Theory]
    [InlineData("claims", "pain")]
    [InlineData("studies", "naltrexone")]
    [InlineData("conditions", "di*")]
    public async Task The_best_matches_first(string list, string q)
    {
        var whole = (await catalogue.Client.Get($"/api/v1/{list}?limit=100&q={q}&sort=relevance")).Ids();

        whole.Length.ShouldBeGreaterThan(1);
        whole.ShouldBeUnique();
        (await catalogue.Client.Walk($"/api/v1/{list}?limit=2&q={q}&sort=relevance")).ShouldBe(whole);
        (await catalogue.Client.Walk($"/api/v1/{list}?limit=3&q={q}")).Order().ShouldBe(whole.Order());
    }

    [Fact]
    public async Task The_same_filters_in_another_order_are_the_same_list()
    {
        var page = await catalogue.Client.Get("/api/v1/claims?limit=1&kind=efficacy&evidenceLevel=anecdotal");
        var next = page["next"]!.GetValue<string>();
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];

        (await catalogue.Client.Get($"/api/v1/claims?evidenceLevel=anecdotal&kind=efficacy&limit=1&cursor={cursor}"))
            .Ids()
            .ShouldBe((await catalogue.Client.Get(next)).Ids());
    }

    private async Task ShouldVisitAll(string list, string order, Func<JsonNode, object?> rank, bool isTurned)
    {
        var whole = await catalogue.Client.Get($"/api/v1/{list}?limit=100&sort={order}");
        whole.Ids().Length.ShouldBe(whole["total"]!.GetValue<int>());
        (await catalogue.Client.Walk($"/api/v1/{list}?limit=2&sort={order}"))
            .SequenceEqual(whole.Ids())
            .ShouldBeTrue(order);

        List<object?> ranks = [.. whole["items"]!.AsArray().Select(item => rank(item!))];
        foreach (var (first, second) in ranks.Zip(ranks.Skip(1)))
        {
            var difference = Compare(first, second);
            (isTurned ? -difference : difference).ShouldBeLessThanOrEqualTo(0, $"{first} before {second} by {order}");
        }
    }

    /// <summary>What a record is sorted by; nothing comes before everything.</summary>
    private static Func<JsonNode, object?> Rank(string field) =>
        field switch
        {
            "year" or "sampleSize" or "rank" => record => record[field]?.GetValue<int>(),
            "claims" => record => record["claimCounts"]!["total"]!.GetValue<int>(),
            "evidenceLevel" => record =>
                Array.IndexOf(["pilot-trial", "case-series", "anecdotal"], record[field]!.GetValue<string>()),
            "levelIsMeaningful" => record => record[field]!.GetValue<bool>(),
            "fidelity" => record => Text(record["fidelity"]!["toSource"]!["label"]),
            "fidelityToDocument" => record => Text(record["fidelity"]!["toDocument"]!["label"]),
            "outcome" => record => Text(record["outcome"]!["id"]),
            _ => record => Text(record[field]),
        };

    private static object? Text(JsonNode? text) => text?.GetValue<string>();

    /// <summary>Texts compare without regard to case and accents.</summary>
    private static int Compare(object? first, object? second) =>
        (first, second) is (string left, string right)
            ? string.CompareOrdinal(Folding.Plain(left), Folding.Plain(right))
            : System.Collections.Comparer.DefaultInvariant.Compare(first, second);
}
