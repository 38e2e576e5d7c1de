using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>A list as a use case has put it together: which records, in which order, and what to tell beside them.</summary>
internal sealed record Listing(Collection Collection, PositionSet Records, ListOrder Order)
{
    /// <summary>The fields whose values are to be counted.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>The linked records that are to stand beside the items.</summary>
    public IReadOnlyList<LinkedRecords> Include { get; init; } = [];

    /// <summary>The conditions that were asked for by their ids.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The records that the list would have without its filters on strength; null where it has no such filter, or no condition was asked for.</summary>
    public PositionSet? Unfiltered { get; init; }

    /// <summary>What was searched for, where the hits are to be marked.</summary>
    public SearchExpression? Highlight { get; init; }

    /// <summary>The records of a list that a query's words are found in, in the order that it asks for.</summary>
    public static Listing Of(
        ReleaseReader catalogue,
        Collection collection,
        PositionSet records,
        SearchableQuery query,
        SortFields sorts
    )
    {
        var (open, sort) = (catalogue.Open, query.Sort?.Value);
        if (query.Q is not { Value: var q } || !SearchExpression.TryParse(q, out var expression, out _))
        {
            return new Listing(collection, records, sorts.Parse(sort, open.Index(collection)));
        }

        return new Listing(
            collection,
            records.Intersect(open.Matching(collection, expression)),
            sort == SearchableQuery.Relevance
                ? open.ByRelevance(collection, expression)
                : sorts.Parse(sort, open.Index(collection))
        )
        {
            Highlight = query.Highlight is { Value: true } ? expression : null,
        };
    }
}

/// <summary>Records that the items of a list link to.</summary>
/// <param name="Name">The name of their collection, as addresses have it.</param>
/// <param name="Collection">Their collection.</param>
/// <param name="Path">Where an item names their ids, as a dotted path.</param>
internal sealed record LinkedRecords(string Name, Collection Collection, string Path);
