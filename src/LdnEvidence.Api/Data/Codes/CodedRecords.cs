using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Codes;

/// <summary>The records of a list that clinical codes mean: those that carry a code, the claims on these, and the studies that such claims cite.</summary>
/// <param name="Records">The records of the list.</param>
/// <param name="Conditions">The ids of the conditions that the codes mean.</param>
/// <param name="Unmatched">For each code, in the order in which they were given, whether it means no record.</param>
internal sealed record CodedRecords(
    PositionSet Records,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<bool> Unmatched
)
{
    /// <summary>The collections whose records carry codes, each with the field by which claims name its records.</summary>
    private static readonly (Collection Collection, string Field)[] Coded =
    [
        (Collection.Conditions, "condition"),
        (Collection.Mechanisms, "mechanism"),
        (Collection.Outcomes, "outcome"),
    ];

    /// <summary>Finds the records of a collection that any of the codes means.</summary>
    /// <param name="release">The release that is read.</param>
    /// <param name="collection">The collection of the list.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="includeNarrower">Whether a condition also means those that are narrower.</param>
    public static CodedRecords Find(
        OpenRelease release,
        Collection collection,
        IReadOnlyList<Code> codes,
        bool includeNarrower
    )
    {
        var unmatched = Enumerable.Repeat(true, codes.Count).ToArray();
        var own = Coded.Where(coded => coded.Collection == collection).ToArray();
        var found = (own.Length > 0 ? own : Coded)
            .Select(coded =>
                (coded.Collection, coded.Field, Positions: Meant(release, coded.Collection, codes, unmatched))
            )
            .ToList();
        var conditions = found
            .Where(coded => coded.Collection == Collection.Conditions)
            .SelectMany(coded => release.Ids(Collection.Conditions, coded.Positions))
            .ToList();
        if (own.Length > 0)
        {
            return new CodedRecords(found[0].Positions, conditions, unmatched);
        }

        var index = release.Index(Collection.Claims);
        var claims = PositionSet.Union(
            index.Size,
            [
                .. found.Select(coded =>
                    index.Having(
                        coded.Field,
                        [
                            .. release.Ids(
                                coded.Collection,
                                includeNarrower && coded.Collection == Collection.Conditions
                                    ? WithNarrower(release, coded.Positions, conditions)
                                    : coded.Positions
                            ),
                        ]
                    )
                ),
            ]
        );
        return new CodedRecords(
            collection == Collection.Studies ? Cited(release, claims) : claims,
            conditions,
            unmatched
        );
    }

    private static PositionSet Meant(
        OpenRelease release,
        Collection collection,
        IReadOnlyList<Code> codes,
        bool[] unmatched
    )
    {
        var (carried, positions) = (release.Codes(collection), new SortedSet<int>());
        foreach (var (index, code) in codes.Index())
        {
            var meant = carried.Find(code);
            positions.UnionWith(meant);
            unmatched[index] &= meant.Count == 0;
        }

        return PositionSet.Of(release.Index(collection).Size, positions.ToArray());
    }

    private static PositionSet WithNarrower(OpenRelease release, PositionSet conditions, List<string> ids)
    {
        var index = release.Index(Collection.Conditions);
        return PositionSet.Union(index.Size, [conditions, index.Having("broader", ids)]);
    }

    /// <summary>The studies that any of the claims cites.</summary>
    private static PositionSet Cited(OpenRelease release, PositionSet claims)
    {
        var column = release.Index(Collection.Claims).Column("study");
        var ids = column
            .CountEach(claims)
            .Index()
            .Where(count => count.Item > 0)
            .Select(count => column.Value(count.Index));
        return release.Index(Collection.Studies).Having(CollectionIndex.Id, [.. ids]);
    }
}
