using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>
/// A seed file on its disk: scanned once from end to end for what can be said of the file as a whole, then handed out record by record, so that
/// memory holds a piece of it at a time.
/// </summary>
internal sealed class SeedText : IDisposable
{
    private const int Window = 1 << 20;

    private readonly SafeFileHandle _file;
    private byte[] _window = new byte[Window];
    private long _start;
    private int _filled;

    private SeedText(SafeFileHandle file) => _file = file;

    public static SeedText Open(string path) =>
        new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan));

    public async Task<bool> IsUtf8(CancellationToken cancellationToken)
    {
        await Fill(0, 0, cancellationToken);
        while (_filled > 0)
        {
            // A character that the window cuts is judged with the next window.
            var cut =
                Rune.DecodeLastFromUtf8(_window.AsSpan(0, _filled), out _, out var bytes)
                == System.Buffers.OperationStatus.NeedMoreData
                    ? bytes
                    : 0;
            if (cut == _filled || !Utf8.IsValid(_window.AsSpan(0, _filled - cut)))
            {
                return false;
            }

            await Fill(_start + _filled - cut, 0, cancellationToken);
        }

        return true;
    }

    /// <exception cref="JsonException">The file is not JSON.</exception>
    public async Task<SeedOutline> Scan(string collection, CancellationToken cancellationToken)
    {
        var scan = new SeedOutline(collection);
        for (var (position, isLast) = (0L, false); !isLast; )
        {
            await Fill(position, 0, cancellationToken);
            isLast = position + _filled >= RandomAccess.GetLength(_file);
            var read = scan.Read(_window.AsSpan(0, _filled), position, isLast);
            if (read == 0 && !isLast)
            {
                // One token is longer than the window.
                Array.Resize(ref _window, checked(_window.Length * 2));
            }

            position += read;
        }

        return scan;
    }

    /// <summary>The text of one record; valid until the next is asked for.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> Record(
        (long Start, int Length) place,
        CancellationToken cancellationToken
    )
    {
        if (place.Start < _start || place.Start + place.Length > _start + _filled)
        {
            await Fill(place.Start, place.Length, cancellationToken);
        }

        var from = (int)(place.Start - _start);
        return _window.AsMemory(from, Math.Min(place.Length, _filled - from));
    }

    public void Dispose() => _file.Dispose();

    private async Task Fill(long start, int atLeast, CancellationToken cancellationToken)
    {
        if (_window.Length < atLeast)
        {
            _window = new byte[atLeast];
        }

        (_start, _filled) = (start, 0);
        int read;
        do
        {
            read = await RandomAccess.ReadAsync(_file, _window.AsMemory(_filled), _start + _filled, cancellationToken);
            _filled += read;
        } while (read > 0 && _filled < _window.Length);
    }
}
