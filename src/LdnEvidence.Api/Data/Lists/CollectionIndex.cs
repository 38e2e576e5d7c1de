using System.Collections.Concurrent;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>What lists of one collection of one release are made from: how many records there are, and the columns of its fields, read when first used.</summary>
internal sealed class CollectionIndex(int size, Func<string, byte[]> read)
{
    /// <summary>The column that every collection has: what identifies its records.</summary>
    public const string Id = "id";

    private readonly ConcurrentDictionary<string, ValueColumn> _values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]> _ranks = new(StringComparer.Ordinal);
    private int[]? _positions;

    /// <summary>How many records the collection has.</summary>
    public int Size => size;

    public PositionSet All { get; } = PositionSet.All(size);

    /// <summary>The positions themselves, as ranks.</summary>
    public int[] Positions => _positions ??= [.. Enumerable.Range(0, size + 1)];

    /// <summary>The position of the record with an id, or 0 where there is none.</summary>
    public int PositionOf(string id) => Column(Id).PositionOf(id);

    /// <summary>The id of the record at a position.</summary>
    public string IdAt(int position) => Column(Id).ValueAt(position);

    public ValueColumn Column(string name) => _values.GetOrAdd(name, name => ValueColumn.Read(read(name)));

    /// <summary>The rank of each position by a field that is only sorted by.</summary>
    public int[] Ranks(string name) => _ranks.GetOrAdd(name, name => RankColumn.Read(read(name)));

    /// <summary>The positions whose field has any of these values; of a value that no record has, none.</summary>
    public PositionSet Having(string column, IReadOnlyCollection<string> values)
    {
        var field = Column(column);
        if (values.Count == 1 && field.Find(values.First()) is >= 0 and var number)
        {
            return field.Having(number);
        }

        return Having(field, values.Select(field.Find).Where(number => number >= 0));
    }

    /// <summary>The positions that have any of these values of a column, by number.</summary>
    public PositionSet Having(ValueColumn column, IEnumerable<int> numbers)
    {
        var sets = numbers.Distinct().Select(column.Having).ToList();
        return sets.Count == 0 ? PositionSet.Of(size, default) : PositionSet.Union(size, sets);
    }
}
