using LdnEvidence.Api.Data.Files;
using Microsoft.Win32.SafeHandles;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// The bodies of a release between the moment they are written and the moment they are stored: all of them together would need more memory than the
/// catalogue itself, and writing each of them again would take longer than reading it back. The file has no name by which anybody else could find it,
/// and is gone with the process.
/// </summary>
internal sealed class BodyFile : IReleaseBodies, IDisposable
{
    private readonly FileStream _file;
    private SafeFileHandle? _complete;
    private readonly Dictionary<Collection, List<(long Start, int Length)>> _places = [];

    /// <param name="folder">A folder that has room for the catalogue: that of its database.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public BodyFile(string folder)
    {
        var path = Path.Combine(folder, $".bodies-{Guid.NewGuid():N}");
        var options = OwnFiles.Options(FileMode.CreateNew, FileShare.Delete);
        options.Options = FileOptions.DeleteOnClose;
        options.BufferSize = 1024 * 1024;
        _file = new FileStream(path, options);
        // The name goes at once, so that nothing is left of it even where the process is killed.
        File.Delete(path);
    }

    /// <summary>Keeps the body of the next record of a collection. Everything is added before anything is read.</summary>
    public void Add(Collection collection, byte[] body)
    {
        if (!_places.TryGetValue(collection, out var places))
        {
            places = [];
            _places.Add(collection, places);
        }

        places.Add((_file.Position, body.Length));
        _file.Write(body);
    }

    /// <summary>Says that everything was added.</summary>
    public void Complete()
    {
        _file.Flush();
        _complete = _file.SafeFileHandle;
    }

    /// <summary>The body of a record. Any number of threads may read.</summary>
    /// <param name="collection">Its collection.</param>
    /// <param name="position">Its place in the default order, from 1.</param>
    public byte[] Read(Collection collection, int position)
    {
        var (start, length) = _places[collection][position - 1];
        var body = GC.AllocateUninitializedArray<byte>(length);
        var filled = 0;
        while (filled < length)
        {
            var read = RandomAccess.Read(_complete!, body.AsSpan(filled), start + filled);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }

        return body;
    }

    public int Count(Collection collection) => _places.GetValueOrDefault(collection)?.Count ?? 0;

    public IEnumerable<byte[]> Of(Collection collection) =>
        Enumerable.Range(1, Count(collection)).Select(position => Read(collection, position));

    public void Dispose() => _file.Dispose();
}
