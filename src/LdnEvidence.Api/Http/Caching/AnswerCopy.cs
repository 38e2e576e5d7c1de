namespace LdnEvidence.Api.Http.Caching;

/// <summary>Passes an answer on as it is written, and keeps a copy of it up to a size.</summary>
internal sealed class AnswerCopy(HttpResponse response, int largest) : Stream
{
    private readonly Stream _body = response.Body;
    private byte[]? _copy = [];
    private int _length;

    /// <summary>All that was written, or null where it was more than is kept.</summary>
    public byte[]? Whole => _copy?.Length == _length ? _copy : _copy?[.._length];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => _body.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _body.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Add(buffer);
        _body.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Add(buffer.Span);
        return _body.WriteAsync(buffer, cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (_copy is null)
        {
            return;
        }

        var length = _length + bytes.Length;
        if (length > largest)
        {
            _copy = null;
            return;
        }

        if (length > _copy.Length)
        {
            // Mostly the length is known, and the copy has the right size at once.
            var announced = Math.Min(response.ContentLength ?? 0, largest);
            Array.Resize(ref _copy, (int)Math.Max(announced, _length == 0 ? length : length * 2L));
        }

        bytes.CopyTo(_copy.AsSpan(_length));
        _length = length;
    }
}
