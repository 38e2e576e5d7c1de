using System.Collections.Concurrent;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data;

/// <summary>A release opened for reading. Everything a request reads comes from one of these, so no answer can mix two releases.</summary>
internal sealed class OpenRelease(Release release, CatalogueReads reads, SearchHits hits)
{
    private readonly ConcurrentDictionary<Collection, CollectionIndex> _indexes = new();

    public Release Release => release;

    /// <summary>What lists of a collection are made from.</summary>
    public CollectionIndex Index(Collection collection) =>
        _indexes.GetOrAdd(
            collection,
            collection => new CollectionIndex(
                reads.Size(collection, release.Number),
                name =>
                    reads.Column(collection, release.Number, name)
                    ?? throw new InvalidOperationException(
                        $"Release {release.Number} has no column {name} for {collection}."
                    )
            )
        );

    public byte[]? Document(Collection collection, string id) => reads.Document(collection, release.Number, id);

    public IReadOnlyList<byte[]> Documents(Collection collection, IReadOnlyList<int> positions) =>
        reads.Documents(collection, release.Number, positions);

    public int Position(Collection collection, string id) => reads.Position(collection, release.Number, id);

    /// <summary>The ids of the records at these positions.</summary>
    public IEnumerable<string> Ids(Collection collection, PositionSet positions) =>
        positions.After(0).Select(position => reads.Id(collection, release.Number, position));

    /// <summary>The records that a search finds.</summary>
    public PositionSet Matching(Collection collection, SearchExpression expression) =>
        hits.Of(release.Number, collection, expression, Index(collection).Size);

    /// <summary>The order of a search's hits, best match first.</summary>
    public ListOrder ByRelevance(Collection collection, SearchExpression expression) =>
        new(hits.Ranked(release.Number, collection, expression));

    /// <summary>Excerpts of the hits at these positions, by position.</summary>
    public IReadOnlyDictionary<int, string> Snippets(
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions
    ) => hits.Snippets(release.Number, collection, expression, positions);
}
