using System.Numerics;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>
/// A set of positions of one collection, never changed once made. It is kept as whichever is smaller to work with: everything, an ascending list, or
/// one bit a position.
/// </summary>
internal sealed class PositionSet
{
    /// <summary>Lists up to this length are combined one by one, longer ones bit by bit.</summary>
    private const int LongestShortList = 4096;

    private readonly ReadOnlyMemory<int> _list;
    private readonly ulong[]? _bits;
    private readonly bool _isAll;

    private PositionSet(int size, int count, ReadOnlyMemory<int> list, ulong[]? bits, bool isAll)
    {
        (Size, Count, _list, _bits, _isAll) = (size, count, list, bits, isAll);
    }

    /// <summary>How many positions the collection has; they run from 1 to this.</summary>
    public int Size { get; }

    /// <summary>How many of them are in the set.</summary>
    public int Count { get; }

    /// <summary>Whether the positions are kept as a list.</summary>
    public bool IsListed => !_isAll && _bits is null;

    /// <summary>That list, ascending; empty where there is none.</summary>
    public ReadOnlySpan<int> Listed => _list.Span;

    /// <summary>Bytes that the set itself keeps in memory, about.</summary>
    public int Weight => 64 + (_bits?.Length * sizeof(ulong) ?? _list.Length * sizeof(int));

    public static PositionSet All(int size) => new(size, size, default, null, isAll: true);

    /// <param name="size">How many positions the collection has.</param>
    /// <param name="ascending">Positions in ascending order, each once; the memory is kept and must not change.</param>
    public static PositionSet Of(int size, ReadOnlyMemory<int> ascending) =>
        new(size, ascending.Length, ascending, null, isAll: false);

    /// <summary>Copies ascending positions, each once, into whichever form takes less memory, for a set that is kept.</summary>
    public static PositionSet Copy(int size, ReadOnlySpan<int> ascending)
    {
        if (!IsSmallerAsBits(ascending.Length, size))
        {
            return Of(size, ascending.ToArray());
        }

        var bits = new ulong[Words(size)];
        Mark(bits, ascending);
        return new PositionSet(size, ascending.Length, default, bits, isAll: false);
    }

    /// <summary>The same positions in whichever form takes less memory, for a set that is kept.</summary>
    public PositionSet Compact()
    {
        return _isAll || _bits is not null || !IsSmallerAsBits(_list.Length, Size) ? this : Copy(Size, _list.Span);
    }

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

        var bits = new ulong[Words(size)];
        foreach (var set in sets)
        {
            set.Mark(bits);
        }

        return Of(size, bits);
    }

    /// <summary>The positions that are in both sets.</summary>
    public PositionSet Intersect(PositionSet other)
    {
        if (_isAll || other._isAll)
        {
            return _isAll ? other : this;
        }

        var (few, many) = Count <= other.Count ? (this, other) : (other, this);
        if (few.Count <= LongestShortList)
        {
            var both = new int[few.Count];
            var count = few._bits is null ? Keep(few._list.Span, many, both) : Keep([.. few.After(0)], many, both);
            return Of(Size, both.AsMemory(0, count));
        }

        var (bits, mask) = (new ulong[Words(Size)], new ulong[Words(Size)]);
        Mark(bits);
        other.Mark(mask);
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= mask[word];
        }

        return Of(Size, bits);
    }

    /// <summary>How many positions are in both sets. What it takes is decided by the smaller of them, or by the bits of both.</summary>
    public int CountCommon(PositionSet other)
    {
        if (_isAll || other._isAll)
        {
            return _isAll ? other.Count : Count;
        }

        var count = 0;
        if (_bits is not null && other._bits is not null)
        {
            for (var word = 0; word < _bits.Length; word++)
            {
                count += BitOperations.PopCount(_bits[word] & other._bits[word]);
            }

            return count;
        }

        var (few, many) =
            _bits is null && (other._bits is not null || Count <= other.Count) ? (this, other) : (other, this);
        return Keep(few._list.Span, many, default);
    }

    public bool Contains(int position) =>
        _isAll ? position >= 1 && position <= Size
        : _bits is not null ? position >= 1 && position <= Size && (_bits[position >> 6] & (1UL << position)) != 0
        : _list.Span.BinarySearch(position) >= 0;

    /// <summary>The positions after this one, ascending; after 0, all of them.</summary>
    public IEnumerable<int> After(int position)
    {
        if (_isAll)
        {
            for (var next = position + 1; next <= Size; next++)
            {
                yield return next;
            }
        }
        else if (_bits is not null)
        {
            for (var next = NextBit(position); next > 0; next = NextBit(next))
            {
                yield return next;
            }
        }
        else
        {
            var place = _list.Span.BinarySearch(position);
            for (var index = place >= 0 ? place + 1 : ~place; index < _list.Length; index++)
            {
                yield return _list.Span[index];
            }
        }
    }

    /// <summary>Puts those of some positions that are in a set one after the other, where there is room for them.</summary>
    /// <returns>How many they are.</returns>
    private static int Keep(ReadOnlySpan<int> some, PositionSet set, Span<int> kept)
    {
        var count = 0;
        foreach (var position in some)
        {
            if (!kept.IsEmpty)
            {
                // It is overwritten where it is not in the set. A processor cannot foresee which are, and waits at every wrong guess.
                kept[count] = position;
            }

            count += set._bits is { } bits
                ? (int)(bits[position >> 6] >> position) & 1
                : Convert.ToInt32(set._list.Span.BinarySearch(position) >= 0);
        }

        return count;
    }

    private static PositionSet Of(int size, ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return new PositionSet(size, count, default, bits, isAll: false);
    }

    private static int Words(int size) => (size >> 6) + 1;

    private void Mark(ulong[] bits)
    {
        if (_bits is not null)
        {
            for (var word = 0; word < bits.Length; word++)
            {
                bits[word] |= _bits[word];
            }
        }
        else if (_isAll)
        {
            foreach (var position in After(0))
            {
                bits[position >> 6] |= 1UL << position;
            }
        }
        else
        {
            Mark(bits, _list.Span);
        }
    }

    private static void Mark(ulong[] bits, ReadOnlySpan<int> positions)
    {
        foreach (var position in positions)
        {
            bits[position >> 6] |= 1UL << position;
        }
    }

    private static bool IsSmallerAsBits(int count, int size) =>
        (long)count * sizeof(int) > (long)Words(size) * sizeof(ulong);

    private int NextBit(int position)
    {
        var next = position + 1;
        var word = next >> 6;
        if (word >= _bits!.Length)
        {
            return 0;
        }

        var rest = _bits[word] & (ulong.MaxValue << next);
        while (rest == 0)
        {
            if (++word == _bits.Length)
            {
                return 0;
            }

            rest = _bits[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
