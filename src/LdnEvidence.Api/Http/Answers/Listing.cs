using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Codes;
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

    /// <summary>The codes, as they were sent, that mean no record; null where no code was sent.</summary>
    public IReadOnlyList<string>? UnmatchedCodes { get; init; }

    /// <summary>The conditions that were asked for by their ids or codes.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The records that the list would have without its filters on strength; null where it has no such filter, or no condition was asked for.</summary>
    public PositionSet? Unfiltered { get; init; }

    /// <summary>What was searched for, where the hits are to be marked.</summary>
    public SearchExpression? Highlight { get; init; }

    /// <summary>The page that a request asks for, and the pages around it.</summary>
    public ListPage Page(ListRequest request)
    {
        // One record more than the page may hold shows that there is another page.
        var (limit, isBack) = (request.Limit, request.Before is not null);
        var positions = request.Before is { } before
            ? Order.PageBefore(Records, before, limit + 1)
            : Order.Page(Records, request.After, limit + 1);
        var hasMore = positions.Count > limit;
        if (hasMore)
        {
            positions.RemoveAt(isBack ? 0 : limit);
        }

        var (first, previous, next) = request.Addresses(
            positions.Count > 0 && (isBack ? hasMore : request.After is not null) ? positions[0] : null,
            positions.Count > 0 && (isBack || hasMore) ? positions[^1] : null
        );
        return new ListPage(positions, first, previous, next);
    }

    /// <summary>The records of a list that a query's codes mean and its words are found in, in the order that it asks for.</summary>
    public static Listing Of(
        ReleaseReader catalogue,
        Collection collection,
        PositionSet records,
        SearchableQuery query,
        SortFields sorts
    )
    {
        if (query.Code.Length == 0)
        {
            return Searched(catalogue, collection, records, query, sorts);
        }

        var coded = CodedRecords.Find(
            catalogue.Open,
            collection,
            [.. query.Code.Select(code => code.Value)],
            query.CodesIncludeNarrower
        );
        return Searched(catalogue, collection, records.Intersect(coded.Records), query, sorts) with
        {
            Conditions = coded.Conditions,
            UnmatchedCodes = query.Code.Unmatched(coded),
        };
    }

    private static Listing Searched(
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

/// <summary>One page of a list.</summary>
/// <param name="Positions">The positions of its records, in the order of the list.</param>
/// <param name="First">The address of the first page.</param>
/// <param name="Previous">The address of the page before; null where this is the first.</param>
/// <param name="Next">The address of the page after; null where this is the last.</param>
internal sealed record ListPage(List<int> Positions, string First, string? Previous, string? Next);

/// <summary>Records that the items of a list link to.</summary>
/// <param name="Name">The name of their collection, as addresses have it.</param>
/// <param name="Collection">Their collection.</param>
/// <param name="Path">Where an item names their ids, as a dotted path.</param>
internal sealed record LinkedRecords(string Name, Collection Collection, string Path);
