using System.Collections.Immutable;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Domain;
using Microsoft.Extensions.Caching.Memory;

namespace LdnEvidence.Api.Data;

/// <summary>The releases that exist, kept in memory: which is the latest, and which was at the end of a day.</summary>
internal sealed class ReleaseDirectory(CatalogueReads reads, SearchHits hits) : IDisposable
{
    /// <summary>How many releases besides the latest are kept open.</summary>
    private const int OpenReleases = 8;

    private readonly MemoryCache _open = new(new MemoryCacheOptions { SizeLimit = OpenReleases });
    private readonly Lock _looking = new();
    private ImmutableArray<OpenRelease> _latest = [];
    private ImmutableArray<Release> _releases = [];

    /// <summary>The newest release, or null where none has been published.</summary>
    public OpenRelease? Latest
    {
        get
        {
            if (_latest.IsEmpty)
            {
                Refresh();
            }

            return _latest.IsEmpty ? null : _latest[0];
        }
    }

    /// <summary>Looks whether a release has been published, by this process or another, and serves it from now on.</summary>
    public void Refresh()
    {
        lock (_looking)
        {
            if (!_releases.IsEmpty && _releases[^1].Number == reads.LatestRelease())
            {
                return;
            }

            _releases =
            [
                .. reads.List(
                    "SELECT number, published_at, digest FROM releases ORDER BY number",
                    row => new Release(
                        row.GetInt32(0),
                        new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc)),
                        row.GetString(2)
                    )
                ),
            ];
            _latest = _releases.IsEmpty ? [] : [new OpenRelease(_releases[^1], reads, hits)];
        }
    }

    /// <summary>How many releases there are.</summary>
    public int Count => _releases.Length;

    /// <summary>Whether a list of releases begins with those that are served, under the same digests.</summary>
    public bool AreContinuedBy(IReadOnlyList<(int Number, string Digest)> found) =>
        found.Count >= _releases.Length
        && _releases
            .Zip(found)
            .All(pair => pair.First.Number == pair.Second.Number && pair.First.Digest == pair.Second.Digest);

    /// <summary>Whether there is a release with this number.</summary>
    public bool Has(int number)
    {
        if (Latest is null || Numbered(number) is null)
        {
            // It may have been published since the last look.
            Refresh();
        }

        return Numbered(number) is not null;
    }

    /// <summary>The release with this number, or null.</summary>
    public OpenRelease? Find(int number)
    {
        if (Latest is { } latest && latest.Release.Number == number)
        {
            return latest;
        }

        var release = Numbered(number);
        if (release is null)
        {
            // It may have been published since the last look.
            Refresh();
            release = Numbered(number);
        }

        return release is null ? null : Open(release);
    }

    /// <summary>The newest release published by the end of this day (UTC), or null.</summary>
    public OpenRelease? AsOf(DateOnly day)
    {
        if (Latest is null)
        {
            return null;
        }

        var endOfDay = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc));
        var release = _releases.LastOrDefault(release => release.PublishedAt <= endOfDay);
        return release is null ? null : Find(release.Number);
    }

    public void Dispose() => _open.Dispose();

    private Release? Numbered(int number) => _releases.FirstOrDefault(release => release.Number == number);

    private OpenRelease Open(Release release) =>
        _open.GetOrCreate(
            release.Number,
            entry =>
            {
                entry.Size = 1;
                return new OpenRelease(release, reads, hits);
            }
        )!;
}
