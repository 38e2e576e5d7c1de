using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>The rows of a release that is in the database.</summary>
internal sealed class StoredRows(CatalogueDbContext db, int release) : IReleaseRows
{
    public IEnumerable<EvidenceLevelRow> EvidenceLevels => Of(db.EvidenceLevels);

    public IEnumerable<ConditionRow> Conditions => Of(db.Conditions.Include(row => row.Codes));

    public IEnumerable<MechanismRow> Mechanisms => Of(db.Mechanisms.Include(row => row.Codes));

    public IEnumerable<OutcomeRow> Outcomes => Of(db.Outcomes.Include(row => row.Codes));

    public IEnumerable<StudyRow> Studies => Of(db.Studies);

    public IEnumerable<ClaimRow> Claims =>
        Of(
            db.Claims.Include(row => row.Conditions)
                .Include(row => row.Mechanisms)
                .Include(row => row.Citations)
                .AsSplitQuery()
        );

    public IEnumerable<NarrowerConditionRow> NarrowerConditions =>
        db.NarrowerConditions.Where(row => row.ReleaseNumber == release).AsEnumerable();

    private IEnumerable<TRow> Of<TRow>(IQueryable<TRow> rows)
        where TRow : CatalogueRow =>
        rows.Where(row => row.ReleaseNumber == release).OrderBy(row => row.Position).AsEnumerable();
}
