using System.Globalization;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data;

/// <summary>
/// The records of the one release that a request reads, and only those. The release is selected once, before anything is read, so no answer can
/// mix two releases.
/// </summary>
internal sealed class ReleaseReader(CatalogueDbContext db)
{
    private Release? _release;

    public Release Release =>
        _release ?? throw new InvalidOperationException("No release was selected for this request.");

    public IQueryable<EvidenceLevelRow> EvidenceLevels => Of(db.EvidenceLevels);

    public IQueryable<ConditionRow> Conditions => Of(db.Conditions);

    public IQueryable<MechanismRow> Mechanisms => Of(db.Mechanisms);

    public IQueryable<OutcomeRow> Outcomes => Of(db.Outcomes);

    public IQueryable<StudyRow> Studies => Of(db.Studies);

    public IQueryable<ClaimRow> Claims => Of(db.Claims);

    /// <summary>Every release up to the selected one; a release knows nothing of those that came after it.</summary>
    public IQueryable<ReleaseRow> Releases => db.Releases.Where(release => release.Number <= Release.Number);

    /// <summary>Selects the release with this number, or the newest published by the end of this day (UTC), or the latest.</summary>
    /// <returns>What is wrong with the request, or null.</returns>
    public async Task<Error?> Select(int? number, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var releases = db.Releases.AsQueryable();
        if (number is not null)
        {
            releases = releases.Where(release => release.Number == number);
        }

        if (asOf is not null)
        {
            var endOfDay = asOf.Value.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
            releases = releases.Where(release => release.PublishedAt <= endOfDay);
        }

        var found = await releases
            .OrderByDescending(release => release.Number)
            .Select(release => new
            {
                release.Number,
                release.PublishedAt,
                release.Digest,
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is not null)
        {
            _release = new Release(found.Number, new DateTimeOffset(found.PublishedAt), found.Digest);
            return null;
        }

        return (number, asOf) switch
        {
            ({ } wanted, _) => Error.NoRelease(
                $"There is no release {wanted}; /api/v1/releases lists those that exist."
            ),
            (_, { } day) => Error.NoRelease(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No release had been published by the end of {day:yyyy-MM-dd} (UTC); /api/v1/releases lists those that exist."
                )
            ),
            _ => Error.NoRelease("No release has been published yet."),
        };
    }

    /// <summary>The stored body of one record.</summary>
    public static Task<byte[]?> Document<TRow>(IQueryable<TRow> rows, string id, CancellationToken cancellationToken)
        where TRow : CatalogueRow =>
        rows.Where(row => row.Id == id).Select(row => row.Document).FirstOrDefaultAsync(cancellationToken);

    /// <summary>These conditions and every condition that is narrower than one of them.</summary>
    public async Task<IReadOnlyList<string>> WithNarrower(
        IReadOnlyCollection<string> conditions,
        CancellationToken cancellationToken
    )
    {
        var narrower = await db
            .NarrowerConditions.Where(step =>
                step.ReleaseNumber == Release.Number && conditions.Contains(step.BroaderId)
            )
            .Select(step => step.NarrowerId)
            .ToListAsync(cancellationToken);
        return [.. conditions.Union(narrower, StringComparer.Ordinal)];
    }

    private IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows)
        where TRow : CatalogueRow
    {
        var number = Release.Number;
        return rows.Where(row => row.ReleaseNumber == number);
    }
}
