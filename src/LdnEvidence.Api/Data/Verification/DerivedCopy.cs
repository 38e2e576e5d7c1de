using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite.Verification;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>Derives from the documents of a database, a second time and by the code that publishes, everything that was derived when they were published.</summary>
/// <param name="scratch">Where it is written.</param>
/// <param name="search">Makes the index of words.</param>
/// <param name="progress">Is told how far the work is.</param>
internal sealed class DerivedCopy(
    ScratchDatabase scratch,
    ICatalogueSearch search,
    IProgress<PublishingProgress>? progress
)
{
    /// <summary>Derives it for releases 1 to <paramref name="last"/>.</summary>
    /// <param name="last">The last release.</param>
    /// <param name="withDocuments">Whether the documents are copied too, with their hashes and coverage made anew.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task Make(int last, bool withDocuments, CancellationToken cancellationToken)
    {
        for (var release = 1; release <= last; release++)
        {
            await Add(release, withDocuments, cancellationToken);
        }

        await scratch.Seal(cancellationToken);
    }

    /// <summary>The coverage that the records of a release give; nothing for a release that was published without reports.</summary>
    public byte[]? Coverage(int release)
    {
        var bodies = Stored(release);
        if (bodies.Count(Collection.Audits) == 0)
        {
            return null;
        }

        var conditions = bodies
            .Read<ConditionResponse>(Collection.Conditions)
            .Select(condition => (condition.Id, condition.Name, condition.Absences));
        var outcomes = bodies
            .Read<OutcomeResponse>(Collection.Outcomes)
            .ToDictionary(outcome => outcome.Id, outcome => outcome.Domain, StringComparer.Ordinal);
        var claims = new ReleaseRows(release, bodies).Claims.Select(claim =>
            (
                claim.Conditions.Select(condition => condition.ConditionId),
                claim.OutcomeId,
                claim.FidelityToSource,
                claim.EvidenceLevel
            )
        );
        return CatalogueJson.Write(CoverageResponse.From(conditions, outcomes, claims, release));
    }

    private StoredBodies Stored(int release) => new(scratch.Db, ScratchDatabase.Documents, release);

    private async Task Add(int release, bool withDocuments, CancellationToken cancellationToken)
    {
        var db = scratch.Db;
        var bodies = Stored(release);
        var rows = new ReleaseRows(release, bodies);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using (var insert = new RowInsert(db, transaction))
        {
            var (done, total) = (0, rows.Count);
            foreach (var row in withDocuments ? rows.Records.Concat(Documents(release, rows)) : rows.Records)
            {
                progress?.Report(new PublishingProgress($"Deriving release {release}", done++, total));
                cancellationToken.ThrowIfCancellationRequested();
                await insert.Write(row, cancellationToken);
            }
        }

        var words = SearchTexts.Searched.Sum(bodies.Count);
        await new DerivedData(db, search, Path.GetTempPath()).Complete(
            release,
            bodies,
            indexed => progress?.Report(new PublishingProgress("Indexing words", indexed, words)),
            cancellationToken
        );
        db.Add(rows.Seal);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await transaction.CommitAsync(cancellationToken);
    }

    private IEnumerable<DocumentRow> Documents(int release, ReleaseRows rows)
    {
        var key = DocumentRow.KeyOf(release, Collection.Coverage, 1);
        var documents = rows.Documents.Where(row => row.Key != key);
        return Coverage(release) is { } coverage
            ? documents.Append(DocumentRow.Of(release, Collection.Coverage, 1, coverage))
            : documents;
    }
}
