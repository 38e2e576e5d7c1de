using CsCheck;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>A walk visits every record exactly once, whatever the filters, the order and the size of the pages.</summary>
public sealed class PagingTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly Gen<string> Filters = OneOf(
        "",
        "evidenceLevel=anecdotal",
        "evidenceLevel=pilot-trial&evidenceLevel=case-series",
        "kind=mechanism",
        "kind=efficacy&fidelity=nothing-cited&fidelity=partly-supported",
        "condition=cancer&includeNarrower=true",
        "condition=autoimmune-disease&includeNarrower=true",
        "study=younger-2014",
        "direction=improves&direction=decreases"
    );

    private static readonly Gen<string> Orders = OneOf(
        "id",
        "evidenceLevel",
        "kind",
        "direction",
        "fidelity",
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
                    var whole = Wait(() => catalogue.Client.Get($"/api/v1/claims?limit=100&{query}".TrimEnd('&')));
                    var walked = Wait(() =>
                        catalogue.Client.Walk($"/api/v1/claims?limit={limit}&{query}".TrimEnd('&'))
                    );

                    walked.SequenceEqual(whole.Ids()).ShouldBeTrue(query);
                    walked.ShouldBeUnique(query);
                    walked.Count.ShouldBe(whole["total"]!.GetValue<int>(), query);
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

    [Fact]
    public async Task Studies_in_every_order()
    {
        foreach (
            var field in new[]
            {
                "id",
                "year",
                "journal",
                "design",
                "standing",
                "-year",
                "-design,year",
                "journal,-year",
            }
        )
        {
            var whole = (await catalogue.Client.Get($"/api/v1/studies?limit=100&sort={field}")).Ids();

            var walked = await catalogue.Client.Walk($"/api/v1/studies?limit=2&sort={field}");
            walked.SequenceEqual(whole).ShouldBeTrue(field);
            whole.Length.ShouldBe(11);
        }
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

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>CsCheck runs its samples outside of async methods.</summary>
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
