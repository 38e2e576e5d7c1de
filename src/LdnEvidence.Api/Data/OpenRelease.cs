using System.Collections.Concurrent;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data;

/// <summary>A release opened for reading. Everything a request reads comes from one of these, so no answer can mix two releases.</summary>
internal sealed class OpenRelease(Release release, CatalogueReads reads, SearchHits hits)
{
    /// <summary>How many records are in memory at once while their codes are read.</summary>
    private const int CodesBatch = 256;

    private readonly ConcurrentDictionary<Collection, CollectionIndex> _indexes = new();

    private readonly ConcurrentDictionary<string, NamedCondition> _conditions = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Collection, CarriedCodes> _codes = new();

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

    /// <summary>The stored body of the release itself.</summary>
    public byte[] Body() => Document(Collection.Releases, release.Number);

    /// <summary>A stored body that tells of the whole release, or null where the release was published without it.</summary>
    public byte[]? Report(Collection collection) =>
        reads.Size(collection, release.Number) > 0 ? Document(collection, 1) : null;

    /// <summary>The stored body of one record, or null where there is none with this id.</summary>
    public byte[]? Document(Collection collection, string id) =>
        Position(collection, id) is > 0 and var position ? Document(collection, position) : null;

    /// <summary>A condition of this release by its id, in short; read once.</summary>
    public NamedCondition Condition(string id) =>
        _conditions.GetOrAdd(
            id,
            id =>
            {
                var body = JsonSerializer.Deserialize<ConditionResponse>(
                    Document(Collection.Conditions, id)!,
                    CatalogueJson.Options
                )!;
                return new NamedCondition(body.Name, body.Absences);
            }
        );

    /// <summary>Which records of a collection each clinical code means; read once.</summary>
    public CarriedCodes Codes(Collection collection) => _codes.GetOrAdd(collection, ReadCodes);

    /// <summary>The stored bodies of the records at these positions, in this order; to be disposed of.</summary>
    public DocumentBatch Documents(Collection collection, IReadOnlyList<int> positions) =>
        reads.Documents(collection, release.Number, positions);

    /// <summary>Adds the stored bodies of the records at these positions to a batch.</summary>
    public void AddDocuments(Collection collection, IReadOnlyList<int> positions, DocumentBatch into) =>
        reads.AddDocuments(collection, release.Number, positions, into);

    /// <summary>The position of the record with this id, or 0 where there is none.</summary>
    public int Position(Collection collection, string id) => Index(collection).PositionOf(id);

    /// <summary>The ids of the records at these positions.</summary>
    public IEnumerable<string> Ids(Collection collection, PositionSet positions) =>
        positions.After(0).Select(Index(collection).IdAt);

    /// <summary>The records that a search finds.</summary>
    public PositionSet Matching(Collection collection, SearchExpression expression)
    {
        var size = Index(collection).Size;
        var found = hits.Of(release.Number, collection, expression, size);
        return Meant(collection, expression.Codes) is { } meant ? PositionSet.Union(size, [found, meant]) : found;
    }

    /// <summary>The order of a search's hits, best match first.</summary>
    public ListOrder ByRelevance(Collection collection, SearchExpression expression)
    {
        var ranked = hits.Ranked(release.Number, collection, expression);
        return expression.Codes.Count == 0
            ? new(ranked)
            : new([.. ranked.Union(Matching(collection, expression).After(0))]);
    }

    /// <summary>Excerpts of the hits at these positions, by position.</summary>
    public IReadOnlyDictionary<int, string> Snippets(
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions
    ) => hits.Snippets(release.Number, collection, expression, positions);

    /// <summary>The conditions that codes mean, or the claims on them; null in other collections and where the codes mean none.</summary>
    private PositionSet? Meant(Collection collection, IReadOnlyList<Code> codes)
    {
        if (codes.Count == 0 || collection is not (Collection.Conditions or Collection.Claims))
        {
            return null;
        }

        var conditions = codes.SelectMany(Codes(Collection.Conditions).Find).Distinct().Order().ToArray();
        return conditions.Length == 0 ? null
            : collection == Collection.Conditions ? PositionSet.Of(Index(collection).Size, conditions)
            : Index(collection).Having("condition", [.. conditions.Select(Index(Collection.Conditions).IdAt)]);
    }

    private CarriedCodes ReadCodes(Collection collection) =>
        new(
            Enumerable
                .Range(1, Index(collection).Size)
                .Chunk(CodesBatch)
                .SelectMany(positions =>
                {
                    using var documents = Documents(collection, positions);
                    var records = new List<CodedRecord>(positions.Length);
                    for (var index = 0; index < documents.Count; index++)
                    {
                        records.Add(
                            JsonSerializer.Deserialize<CodedRecord>(documents[index].Span, CatalogueJson.Options)!
                        );
                    }

                    return records;
                })
        );

    private byte[] Document(Collection collection, int position) =>
        reads.Document(collection, release.Number, position);
}

/// <summary>What is shown of a condition where it is not shown in full.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Absences">What was looked for on it and not found.</param>
internal sealed record NamedCondition(string Name, IReadOnlyList<Absence> Absences);
