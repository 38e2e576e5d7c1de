using System.Buffers;

namespace LdnEvidence.Api.Data;

/// <summary>
/// Stored bodies, one after the other in memory that is borrowed: a page of them would else be garbage a moment later, and there are thousands of pages a
/// second. Give it back with <see cref="Dispose"/>; what was read from it is not to be used after that.
/// </summary>
internal sealed class DocumentBatch : IDisposable
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);

    public int Count => _ends.Count;

    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1] + 1;
            return _bytes.AsMemory(start.._ends[index]);
        }
    }

    /// <summary>Makes room for the next document.</summary>
    /// <returns>The room, to be filled at once.</returns>
    public Span<byte> Add(int length)
    {
        // One byte between two documents, for whatever is to separate them.
        var filled = Count == 0 ? 0 : _ends[^1];
        var start = Count == 0 ? 0 : filled + 1;
        if (start + length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(start + length, _bytes.Length * 2));
            _bytes.AsSpan(0, filled).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

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

        return _bytes.AsMemory(0, Count == 0 ? 0 : _ends[^1]);
    }

    public void Clear() => _ends.Clear();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _ends.Clear();
    }
}
