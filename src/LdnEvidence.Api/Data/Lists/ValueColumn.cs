using System.Runtime.InteropServices;
using System.Text;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>
/// One field of a collection: its values, and for each value the positions that have it. A position may have several values or none. Filters, facets
/// and orders by the field all come from here, so they cannot disagree.
/// </summary>
internal sealed class ValueColumn
{
    private readonly int[] _order;
    private readonly int[] _textEnds;
    private readonly int[] _positionEnds;
    private readonly int[] _positions;
    private readonly byte[] _text;
    private readonly int _size;
    private readonly Dictionary<int, PositionSet> _frequent;
    private readonly Lazy<byte[]?> _ordinals;
    private int[]? _ranks;
    private int[]? _numbers;

    private ValueColumn(
        int size,
        int[] order,
        int[] textEnds,
        int[] positionEnds,
        int[] positions,
        Dictionary<int, PositionSet> frequent,
        byte[] text
    )
    {
        (_size, _order, _textEnds, _positionEnds, _positions, _frequent, _text) = (
            size,
            order,
            textEnds,
            positionEnds,
            positions,
            frequent,
            text
        );
        _ordinals = new Lazy<byte[]?>(MakeOrdinals);
    }

    /// <summary>How many different values there are. They are numbered from 0, in the order of their UTF-8 bytes.</summary>
    public int Values => _order.Length;

    public string Value(int number) => Encoding.UTF8.GetString(Text(number));

    /// <summary>The same in UTF-8.</summary>
    public ReadOnlySpan<byte> Text(int number) => _text.AsSpan(Start(_textEnds, number).._textEnds[number]);

    /// <summary>The value's place in the order that sorting uses.</summary>
    public int Order(int number) => _order[number];

    /// <summary>The number of a value, or -1 where no record has it.</summary>
    public int Find(string value)
    {
        var text = Encoding.UTF8.GetBytes(value);
        var place = FirstNotBefore(text);
        return place < Values && Text(place).SequenceEqual(text) ? place : -1;
    }

    /// <summary>The position that has a value no other has, or 0 where none has it; for a field that identifies records.</summary>
    public int PositionOf(string value) => Find(value) is >= 0 and var number ? Positions(number).Span[0] : 0;

    /// <summary>The value at a position, for a field with one value a record.</summary>
    public string ValueAt(int position) => Value((_numbers ??= MakeNumbers())[position]);

    /// <summary>The numbers of the values that begin with this text.</summary>
    public IEnumerable<int> StartingWith(string text)
    {
        var start = Encoding.UTF8.GetBytes(text);
        for (var number = FirstNotBefore(start); number < Values && Text(number).StartsWith(start); number++)
        {
            yield return number;
        }
    }

    /// <summary>The positions that have a value.</summary>
    public PositionSet Having(int number) =>
        _frequent.TryGetValue(number, out var kept) ? kept : PositionSet.Of(_size, Positions(number));

    /// <summary>
    /// How many positions of a set have each value, by the value's number. In a listed set of records that have one of few values each, they are counted
    /// in one go; else value by value, which takes what the smaller of both sets does, or next to nothing where the positions of each value are a run.
    /// </summary>
    public int[] CountEach(PositionSet within)
    {
        var counts = new int[Values];
        if (within.IsListed && _ordinals.Value is { } ordinals)
        {
            foreach (var position in within.Listed)
            {
                if (ordinals[position] is > 0 and var ordinal)
                {
                    counts[ordinal - 1]++;
                }
            }

            return counts;
        }

        for (var number = 0; number < counts.Length; number++)
        {
            counts[number] = Having(number).CountCommon(within);
        }

        return counts;
    }

    /// <summary>The rank of each position by this field, for a field with one value a record; index 0 is not used.</summary>
    public int[] Ranks() => _ranks ??= MakeRanks();

    /// <summary>Makes the stored form.</summary>
    /// <param name="size">How many positions the collection has.</param>
    /// <param name="pairs">Values and the positions that have them.</param>
    /// <param name="order">A value's place in sorting; by default the order of its bytes.</param>
    public static byte[] Write(
        int size,
        IEnumerable<(string Value, int Position)> pairs,
        Func<string, int>? order = null
    )
    {
        var values = pairs
            .GroupBy(pair => pair.Value, pair => pair.Position, StringComparer.Ordinal)
            .Select(group => (Text: Encoding.UTF8.GetBytes(group.Key), group.Key, Positions: group.Order().ToArray()))
            .OrderBy(value => value.Text, Bytewise)
            .ToList();
        var (orders, textEnds, positionEnds) = (new int[values.Count], new int[values.Count], new int[values.Count]);
        var (textEnd, positionEnd) = (0, 0);
        foreach (var (number, value) in values.Index())
        {
            orders[number] = order?.Invoke(value.Key) ?? number;
            textEnds[number] = textEnd += value.Text.Length;
            positionEnds[number] = positionEnd += value.Positions.Length;
        }

        using var stream = new MemoryStream();
        stream.Write(Bytes([size, values.Count, positionEnd]));
        stream.Write(Bytes(orders));
        stream.Write(Bytes(textEnds));
        stream.Write(Bytes(positionEnds));
        foreach (var value in values)
        {
            stream.Write(Bytes(value.Positions));
        }

        foreach (var value in values)
        {
            stream.Write(value.Text);
        }

        return stream.ToArray();
    }

    /// <summary>Reads the stored form. The positions of a value that many have take less memory as a set; only the others are kept as they are stored.</summary>
    public static ValueColumn Read(byte[] content)
    {
        var head = MemoryMarshal.Cast<byte, int>(content.AsSpan(0, 3 * sizeof(int)));
        var (size, values, total) = (head[0], head[1], head[2]);
        var numbers = MemoryMarshal.Cast<byte, int>(
            content.AsSpan(3 * sizeof(int), ((3 * values) + total) * sizeof(int))
        );
        var stored = numbers[(3 * values)..];
        var ends = numbers.Slice(2 * values, values).ToArray();
        var (frequent, rare) = (new Dictionary<int, PositionSet>(), new List<int>());
        var start = 0;
        for (var number = 0; number < values; number++)
        {
            var positions = stored[start..ends[number]];
            start = ends[number];
            if (PositionSet.IsSmallerThanItsList(size, positions))
            {
                frequent.Add(number, PositionSet.Copy(size, positions));
            }
            else
            {
                rare.AddRange(positions);
            }

            ends[number] = rare.Count;
        }

        return new ValueColumn(
            size,
            numbers[..values].ToArray(),
            numbers.Slice(values, values).ToArray(),
            ends,
            [.. rare],
            frequent,
            content[((3 + (3 * values) + total) * sizeof(int))..]
        );
    }

    private static Comparer<byte[]> Bytewise { get; } =
        Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private static ReadOnlySpan<byte> Bytes(int[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan());

    private ReadOnlyMemory<int> Positions(int number) =>
        _positions.AsMemory(Start(_positionEnds, number).._positionEnds[number]);

    private static int Start(int[] ends, int number) => number == 0 ? 0 : ends[number - 1];

    private int FirstNotBefore(ReadOnlySpan<byte> text)
    {
        var (low, high) = (0, Values);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Text(middle).SequenceCompareTo(text) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The number of each position's value; index 0 is not used.</summary>
    private int[] MakeNumbers()
    {
        var numbers = new int[_size + 1];
        for (var number = 0; number < Values; number++)
        {
            Fill(numbers, number, number);
        }

        return numbers;
    }

    /// <summary>
    /// The number of each position's value plus one, or 0 where it has none; nothing where there are more values than a byte can tell apart, a position
    /// has several, or the positions of each value are a run.
    /// </summary>
    private byte[]? MakeOrdinals()
    {
        if (Values > byte.MaxValue || Enumerable.Range(0, Values).All(number => Having(number).IsRun))
        {
            return null;
        }

        var ordinals = new byte[_size + 1];
        for (var number = 0; number < Values; number++)
        {
            foreach (var position in Having(number).After(0))
            {
                if (ordinals[position] > 0)
                {
                    return null;
                }

                ordinals[position] = (byte)(number + 1);
            }
        }

        return ordinals;
    }

    private int[] MakeRanks()
    {
        var ranks = new int[_size + 1];
        for (var number = 0; number < Values; number++)
        {
            Fill(ranks, number, _order[number] + 1);
        }

        return ranks;
    }

    /// <summary>Puts something at each position that has a value.</summary>
    private void Fill(int[] at, int number, int filling)
    {
        if (_frequent.TryGetValue(number, out var set))
        {
            foreach (var position in set.After(0))
            {
                at[position] = filling;
            }

            return;
        }

        foreach (var position in Positions(number).Span)
        {
            at[position] = filling;
        }
    }
}
