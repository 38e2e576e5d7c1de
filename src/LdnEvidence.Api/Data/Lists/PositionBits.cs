using System.Numerics;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>Positions as bits: that of a position is in the word of its upper bits, at the place of its lower six.</summary>
internal static class PositionBits
{
    /// <summary>How many words the positions from 1 to a size need.</summary>
    public static int Words(int size) => (size >> 6) + 1;

    public static ulong[] New(int size) => new ulong[Words(size)];

    /// <summary>1 where a position is set, else 0. It must be within the size.</summary>
    public static int Has(ulong[] bits, int position) => (int)(bits[position >> 6] >> position) & 1;

    public static void Set(ulong[] bits, ReadOnlySpan<int> positions)
    {
        foreach (var position in positions)
        {
            bits[position >> 6] |= 1UL << position;
        }
    }

    /// <summary>Sets the positions from the first to the last; none where the last is before the first.</summary>
    public static void Set(ulong[] bits, int first, int last)
    {
        for (var word = first >> 6; first <= last && word <= last >> 6; word++)
        {
            bits[word] |= Mask(word, first, last);
        }
    }

    /// <summary>Sets what is set in others of the same size.</summary>
    public static void Add(ulong[] bits, ulong[] others)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] |= others[word];
        }
    }

    /// <summary>The first bits, changed so that only what is set in both of the same size stays.</summary>
    public static ulong[] And(ulong[] bits, ulong[] others)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= others[word];
        }

        return bits;
    }

    /// <summary>The first bits, changed so that only what is not set in the others of the same size stays.</summary>
    public static ulong[] AndNot(ulong[] bits, ulong[] others)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= ~others[word];
        }

        return bits;
    }

    /// <summary>A copy in which only positions from the first to the last are set.</summary>
    public static ulong[] Between(ulong[] bits, int first, int last)
    {
        var between = new ulong[bits.Length];
        for (var word = first >> 6; first <= last && word <= last >> 6; word++)
        {
            between[word] = bits[word] & Mask(word, first, last);
        }

        return between;
    }

    public static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many positions are set from the first to the last.</summary>
    public static int CountBetween(ulong[] bits, int first, int last)
    {
        var count = 0;
        for (var word = first >> 6; first <= last && word <= last >> 6; word++)
        {
            count += BitOperations.PopCount(bits[word] & Mask(word, first, last));
        }

        return count;
    }

    /// <summary>The next position that is set after this one, or 0.</summary>
    public static int Next(ulong[] bits, int position)
    {
        var next = position + 1;
        var word = next >> 6;
        if (word >= bits.Length)
        {
            return 0;
        }

        var rest = bits[word] & (ulong.MaxValue << next);
        while (rest == 0)
        {
            if (++word == bits.Length)
            {
                return 0;
            }

            rest = bits[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>The bits of a word whose positions are from the first to the last; the word has at least one of them.</summary>
    private static ulong Mask(int word, int first, int last) =>
        (word == first >> 6 ? ulong.MaxValue << first : ulong.MaxValue)
        & (word == last >> 6 ? ulong.MaxValue >> (63 - (last & 63)) : ulong.MaxValue);
}
