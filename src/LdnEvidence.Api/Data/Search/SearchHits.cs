using System.Runtime.InteropServices;
using LdnEvidence.Api.Data.Lists;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.ObjectPool;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// The records that a search finds, as sets of positions. The latest are kept, so that a second page, another filter or another limit under the same
/// words searches no index again. A release never changes, so neither do they.
/// </summary>
internal sealed class SearchHits(ICatalogueSearch search) : IDisposable
{
    /// <summary>Bytes that the kept sets may take of collections of the usual size.</summary>
    private const int Limit = 8 * 1024 * 1024;

    /// <summary>Bytes that an entry takes besides the positions, about: the key, the objects around both, and their places in the cache.</summary>
    private const int Overhead = 512;

    /// <summary>Of larger collections they may take as much more as these are larger, so that as many common words are kept: a set has at most a bit a record.</summary>
    private const int UsualSize = 500_000;

    /// <summary>Lists that positions are gathered in: of a common word they are too long to be thrown away each time.</summary>
    private readonly ObjectPool<List<int>> _lists = ObjectPool.Create(new EmptyLists());

    /// <summary>Making room sorts all that is kept, so it makes much at once.</summary>
    private readonly MemoryCache _found = new(
        new MemoryCacheOptions { SizeLimit = Limit, CompactionPercentage = 0.25 }
    );

    /// <summary>The positions of the records that match.</summary>
    public PositionSet Of(int release, Collection collection, SearchExpression expression, int size) =>
        _found.GetOrCreate(
            (release, collection, expression.Normal),
            entry =>
            {
                var positions = _lists.Get();
                search.Find(release, collection, expression, positions);
                var set = PositionSet.Copy(size, CollectionsMarshal.AsSpan(positions));
                _lists.Return(positions);
                entry.Size = Overhead + Share(set.Weight + (2 * expression.Normal.Length), size);
                return set;
            }
        )!;

    /// <summary>The same positions, best match first.</summary>
    public IReadOnlyList<int> Ranked(int release, Collection collection, SearchExpression expression) =>
        _found.GetOrCreate(
            (release, collection, expression.Normal, "ranked"),
            entry =>
            {
                var positions = new List<int>();
                search.Rank(release, collection, expression, positions);
                positions.TrimExcess();
                entry.Size = Overhead + (positions.Count * sizeof(int)) + (2 * expression.Normal.Length);
                return positions;
            }
        )!;

    /// <summary>What a set of so many bytes counts for against the limit.</summary>
    internal static long Share(int bytes, int size) => size <= UsualSize ? bytes : (long)bytes * UsualSize / size;

    public IReadOnlyDictionary<int, string> Snippets(
        int release,
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions
    ) => search.Snippets(release, collection, expression, positions);

    public void Dispose() => _found.Dispose();

    private sealed class EmptyLists : PooledObjectPolicy<List<int>>
    {
        public override List<int> Create() => [];

        public override bool Return(List<int> obj)
        {
            obj.Clear();
            return true;
        }
    }
}
