using System.IO.Compression;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Features.Releases;

/// <summary>
/// The file of a release, compressed as it is read and never stored. It is the same each time, so a part of it is found by leaving out what stands before;
/// that takes processor time, but no disk.
/// </summary>
/// <param name="release">The release.</param>
/// <param name="length">Bytes of the whole file; null where they were never counted, so that no part of it can be asked for.</param>
internal sealed class ReleaseFileStream(OpenRelease release, long? length) : Stream
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> _pieces = new ReleaseLines(release).Pieces().GetEnumerator();

    /// <summary>What was compressed and not read yet.</summary>
    private readonly MemoryStream _ready = new();

    private GZipStream? _gzip;
    private bool _isWhole;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => length is not null;

    public override bool CanWrite => false;

    public override long Length => length ?? throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Whether the whole file was read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Bytes of the whole file, counted by making it once.</summary>
    public static long Count(OpenRelease release, CancellationToken cancellationToken)
    {
        using var file = new ReleaseFileStream(release, length: null);
        while (file.Skip(int.MaxValue) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return file._position;
    }

    public override int Read(Span<byte> buffer)
    {
        Fill();
        var count = _ready.Read(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    /// <summary>Goes forward; what was left behind is not made again.</summary>
    public override long Seek(long offset, SeekOrigin origin)
    {
        if (origin != SeekOrigin.Begin || offset < _position)
        {
            throw new NotSupportedException();
        }

        while (_position < offset && Skip(offset - _position) > 0) { }

        return _position;
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pieces.Dispose();
            _gzip?.Dispose();
            _ready.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Leaves out up to so many bytes of what is ready.</summary>
    private long Skip(long most)
    {
        Fill();
        var count = Math.Min(most, _ready.Length - _ready.Position);
        _ready.Position += count;
        _position += count;
        return count;
    }

    /// <summary>Compresses pieces until some bytes are ready, or the file is whole.</summary>
    private void Fill()
    {
        if (_ready.Position == _ready.Length)
        {
            _ready.SetLength(0);
        }

        while (_ready.Length == 0 && !_isWhole)
        {
            _gzip ??= new GZipStream(_ready, CompressionLevel.Fastest, leaveOpen: true);
            if (_pieces.MoveNext())
            {
                _gzip.Write(_pieces.Current.Span);
            }
            else
            {
                _gzip.Dispose();
                _isWhole = true;
            }
        }

        if (_ready.Position == _ready.Length)
        {
            _ready.Position = 0;
        }

        IsAtEnd = _isWhole && _ready.Length == 0;
    }
}
