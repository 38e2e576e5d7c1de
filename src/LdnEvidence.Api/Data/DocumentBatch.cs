using System.Buffers;

namespace LdnEvidence.Api.Data;

/// <summary>
/// Stored bodies, one after the other in memory that is borrowed: a page of them would else be garbage a moment later, and there are thousands of pages a
/// second. Give it back with <see cref="Dispose"/>; what was read from it is not to be used after that.
/// </summary>
internal sealed class DocumentBatch : IDisposable
{
    /// <summary>Room before the first document, for what is to stand in front of them all.</summary>
    private const int Margin = 32;

    /// <summary>Bytes of a usual claim, the longest of records.</summary>
    private const int Usual = 3500;

    private readonly List<int> _ends = [];
    private byte[] _bytes;

    /// <param name="expected">How many documents there will be; room for so many of the usual size is borrowed at once.</param>
    public DocumentBatch(int expected) => _bytes = ArrayPool<byte>.Shared.Rent(Margin + ((expected + 1) * Usual));

    public int Count => _ends.Count;

    private int Filled => Count == 0 ? Margin : _ends[^1];

    public ReadOnlyMemory<byte> this[int index] =>
        _bytes.AsMemory((index == 0 ? Margin : _ends[index - 1] + 1).._ends[index]);

    /// <summary>Makes room for the next document.</summary>
    /// <returns>The room, to be filled at once.</returns>
    public Span<byte> Add(int length)
    {
        // One byte between two documents, for whatever is to separate them.
        var start = Count == 0 ? Margin : _ends[^1] + 1;
        Grow(start + length);
        _ends.Add(start + length);
        return _bytes.AsSpan(start, length);
    }

    /// <summary>All documents with a byte between each two.</summary>
    public ReadOnlyMemory<byte> Joined(byte separator)
    {
        for (var index = 0; index < Count - 1; index++)
        {
            _bytes[_ends[index]] = separator;
        }

        return _bytes.AsMemory(Margin..Filled);
    }

    /// <summary>The same with something before and after, in one piece.</summary>
    /// <param name="opening">At most 32 bytes.</param>
    /// <param name="separator">What stands between two documents.</param>
    /// <param name="closing">Any number of bytes.</param>
    public ReadOnlyMemory<byte> Enclosed(ReadOnlySpan<byte> opening, byte separator, ReadOnlySpan<byte> closing)
    {
        var (start, end) = (Margin - opening.Length, Filled + closing.Length);
        Grow(end);
        Joined(separator);
        opening.CopyTo(_bytes.AsSpan(start));
        closing.CopyTo(_bytes.AsSpan(Filled));
        return _bytes.AsMemory(start..end);
    }

    public void Clear() => _ends.Clear();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _ends.Clear();
    }

    private void Grow(int length)
    {
        if (length <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, _bytes.Length * 2));
        _bytes.AsSpan(0, Filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
