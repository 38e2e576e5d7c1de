using System.Numerics;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>
/// A set of positions of one collection, never changed once made. It is kept as whichever is smallest to work with: a run of positions without a gap, an
/// ascending list, or one bit a position.
/// </summary>
internal sealed class PositionSet
{
    /// <summary>Lists up to this length are combined one by one, longer ones bit by bit.</summary>
    private const int LongestShortList = 4096;

    /// <summary>Bytes that a set takes besides its positions, about.</summary>
    private const int Itself = 64;

    private readonly ReadOnlyMemory<int> _list;
    private readonly ulong[]? _bits;
    private readonly (int First, int Last)? _run;

    private PositionSet(int size, int count, ReadOnlyMemory<int> list, ulong[]? bits, (int First, int Last)? run)
    {
        (Size, Count, _list, _bits, _run) = (size, count, list, bits, run);
    }

    /// <summary>How many positions the collection has; they run from 1 to this.</summary>
    public int Size { get; }

    /// <summary>How many of them are in the set.</summary>
    public int Count { get; }

    /// <summary>Whether the positions are a run without a gap.</summary>
    public bool IsRun => _run is not null;

    /// <summary>Whether the positions are kept as a list.</summary>
    public bool IsListed => _run is null && _bits is null;

    /// <summary>That list, ascending; empty where there is none.</summary>
    public ReadOnlySpan<int> Listed => _list.Span;

    /// <summary>Bytes that the set itself keeps in memory, about.</summary>
    public int Weight => Itself + (_bits?.Length * sizeof(ulong) ?? _list.Length * sizeof(int));

    public static PositionSet All(int size) => Run(size, 1, size);

    /// <param name="size">How many positions the collection has.</param>
    /// <param name="ascending">Positions in ascending order, each once; the memory may be kept and must not change.</param>
    public static PositionSet Of(int size, ReadOnlyMemory<int> ascending) =>
        HasNoGap(ascending.Span)
            ? Run(size, ascending.Span[0], ascending.Span[^1])
            : new(size, ascending.Length, ascending, bits: null, run: null);

    /// <summary>Copies ascending positions, each once, into whichever form takes least memory, for a set that is kept.</summary>
    public static PositionSet Copy(int size, ReadOnlySpan<int> ascending)
    {
        if (HasNoGap(ascending))
        {
            return Run(size, ascending[0], ascending[^1]);
        }

        if (!IsSmallerAsBits(ascending.Length, size))
        {
            return Of(size, ascending.ToArray());
        }

        var bits = PositionBits.New(size);
        PositionBits.Set(bits, ascending);
        return new PositionSet(size, ascending.Length, default, bits, run: null);
    }

    /// <summary>Whether a copy of these positions takes less memory than they do as a list.</summary>
    public static bool IsSmallerThanItsList(int size, ReadOnlySpan<int> ascending) =>
        (long)ascending.Length * sizeof(int)
        > Itself + (HasNoGap(ascending) ? 0 : PositionBits.Words(size) * sizeof(ulong));

    /// <summary>The positions that are in any of these sets.</summary>
    public static PositionSet Union(int size, IReadOnlyList<PositionSet> sets)
    {
        if (sets.Count == 1)
        {
            return sets[0];
        }

        if (sets.Sum(set => (long)set.Count) <= LongestShortList)
        {
            var merged = new SortedSet<int>();
            foreach (var set in sets)
            {
                merged.UnionWith(set.After(0));
            }

            return Of(size, merged.ToArray());
        }

        var bits = PositionBits.New(size);
        foreach (var set in sets)
        {
            set.Mark(bits);
        }

        return Of(size, bits);
    }

    /// <summary>The positions that are in both sets.</summary>
    public PositionSet Intersect(PositionSet other)
    {
        if (_run is { } run)
        {
            return other.Between(run.First, run.Last);
        }

        if (other._run is { } others)
        {
            return Between(others.First, others.Last);
        }

        var (few, many) = Count <= other.Count ? (this, other) : (other, this);
        if (few.Count <= LongestShortList)
        {
            var both = new int[few.Count];
            return Of(Size, both.AsMemory(0, few.Keep(many, isIn: 1, both)));
        }

        return Of(Size, PositionBits.And(Marked(), other.Marked()));
    }

    /// <summary>The positions that are in this set and not in the other.</summary>
    public PositionSet Except(PositionSet other)
    {
        if (Count <= LongestShortList)
        {
            var kept = new int[Count];
            return Of(Size, kept.AsMemory(0, Keep(other, isIn: 0, kept)));
        }

        return Of(Size, PositionBits.AndNot(Marked(), other.Marked()));
    }

    /// <summary>How many positions are in both sets. What it takes is decided by the smaller of them, or by the bits of both.</summary>
    public int CountCommon(PositionSet other)
    {
        if (_run is { } run)
        {
            return other.CountBetween(run.First, run.Last);
        }

        if (other._run is { } others)
        {
            return CountBetween(others.First, others.Last);
        }

        if (_bits is { } bits && other._bits is { } mask)
        {
            var count = 0;
            for (var word = 0; word < bits.Length; word++)
            {
                count += BitOperations.PopCount(bits[word] & mask[word]);
            }

            return count;
        }

        var (few, many) =
            _bits is null && (other._bits is not null || Count <= other.Count) ? (this, other) : (other, this);
        return few.Keep(many, isIn: 1, default);
    }

    public bool Contains(int position) =>
        position >= 1 && position <= Size && new PositionLookup(_bits, Listed, _run, asked: 1).Has(position) > 0;

    /// <summary>The positions after this one, ascending; after 0, all of them.</summary>
    public IEnumerable<int> After(int position)
    {
        if (_run is { } run)
        {
            for (var next = Math.Max(position + 1, run.First); next <= run.Last; next++)
            {
                yield return next;
            }
        }
        else if (_bits is { } bits)
        {
            for (var next = PositionBits.Next(bits, position); next > 0; next = PositionBits.Next(bits, next))
            {
                yield return next;
            }
        }
        else
        {
            for (var index = FirstFrom(position + 1); index < _list.Length; index++)
            {
                yield return _list.Span[index];
            }
        }
    }

    /// <summary>Puts the positions that are in another set, or those that are not, one after the other, where there is room for them.</summary>
    /// <returns>How many they are.</returns>
    private int Keep(PositionSet other, int isIn, Span<int> kept)
    {
        var some = IsListed ? Listed : [.. After(0)];
        var others = new PositionLookup(other._bits, other.Listed, other._run, some.Length);
        var count = 0;
        foreach (var position in some)
        {
            if (!kept.IsEmpty)
            {
                // It is overwritten where it is not wanted. A processor cannot foresee which are, and waits at every wrong guess.
                kept[count] = position;
            }

            count += others.Has(position) ^ isIn ^ 1;
        }

        return count;
    }

    private static PositionSet Run(int size, int first, int last) =>
        new(size, Math.Max(0, last - first + 1), default, bits: null, (first, last));

    private static PositionSet Of(int size, ulong[] bits) =>
        new(size, PositionBits.Count(bits), default, bits, run: null);

    private PositionSet Between(int first, int last)
    {
        if (first <= 1 && last >= Size)
        {
            return this;
        }

        if (last < first)
        {
            return Of(Size, default(ReadOnlyMemory<int>));
        }

        if (_run is { } run)
        {
            return Run(Size, Math.Max(first, run.First), Math.Min(last, run.Last));
        }

        if (_bits is not { } bits)
        {
            return Of(Size, _list[FirstFrom(first)..FirstFrom(last + 1)]);
        }

        return last - first < LongestShortList
            ? Of(Size, After(first - 1).TakeWhile(position => position <= last).ToArray())
            : Of(Size, PositionBits.Between(bits, first, last));
    }

    private int CountBetween(int first, int last) =>
        _run is { } run ? Math.Max(0, Math.Min(last, run.Last) - Math.Max(first, run.First) + 1)
        : last < first ? 0
        : _bits is { } bits ? PositionBits.CountBetween(bits, first, last)
        : FirstFrom(last + 1) - FirstFrom(first);

    /// <summary>Where in the list the first position is that is not before this one.</summary>
    private int FirstFrom(int position) =>
        _list.Span.BinarySearch(position) is var place && place >= 0 ? place : ~place;

    /// <summary>The set as new bits.</summary>
    private ulong[] Marked()
    {
        var bits = PositionBits.New(Size);
        Mark(bits);
        return bits;
    }

    private void Mark(ulong[] into)
    {
        if (_run is { } run)
        {
            PositionBits.Set(into, run.First, run.Last);
        }
        else if (_bits is { } bits)
        {
            PositionBits.Add(into, bits);
        }
        else
        {
            PositionBits.Set(into, Listed);
        }
    }

    private static bool HasNoGap(ReadOnlySpan<int> ascending) =>
        ascending.Length > 0 && ascending[^1] - ascending[0] == ascending.Length - 1;

    private static bool IsSmallerAsBits(int count, int size) =>
        (long)count * sizeof(int) > (long)PositionBits.Words(size) * sizeof(ulong);
}
