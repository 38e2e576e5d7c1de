using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>
/// Checks what is stored of a release as a whole and is not in its digest: its own record and its audit. Both must say what the records of the release
/// say.
/// </summary>
internal sealed class ReleaseRecordCheck(CatalogueDbContext db, string documents)
{
    /// <exception cref="AlteredDatabaseException">One of them says something else.</exception>
    public void Check(int release, ReleaseResponse record)
    {
        var bodies = new StoredBodies(db, documents, release);
        // Releases from before there was a chain lack members that are written since, and may lack the reports.
        var isOld = record.ChainDigest is null;
        var stored = isOld ? CatalogueJson.Write(record) : bodies.Of(Collection.Releases).Single();
        Compare(Record(record, bodies), stored, $"Release {release}, releases, {release}");
        if (!isOld || bodies.Count(Collection.Audits) + bodies.Count(Collection.Coverage) > 0)
        {
            Compare(Audit(release, record.Digest), Single(bodies, Collection.Audits), $"Release {release}, audit");
        }
    }

    /// <summary>Only releases that break no rule are published, so the audit follows from the rules.</summary>
    private static byte[] Audit(int release, string digest) =>
        CatalogueJson.Write(
            AuditResponse.From(AuditRules.All.Select(rule => new AuditResult(rule, [])), release, digest)
        );

    /// <summary>The record that a release with these bodies has.</summary>
    private static byte[] Record(ReleaseResponse stored, StoredBodies bodies)
    {
        var levels = bodies
            .Read<EvidenceLevelResponse>(Collection.EvidenceLevels)
            .ToDictionary(level => level.Id, level => level.ClaimCount);
        return CatalogueJson.Write(
            stored with
            {
                Records = new RecordCounts(
                    bodies.Count(Collection.Conditions),
                    bodies.Count(Collection.Mechanisms),
                    bodies.Count(Collection.Outcomes),
                    bodies.Count(Collection.Studies),
                    bodies.Count(Collection.Claims)
                ),
                ClaimCounts = new ClaimCounts(
                    levels.GetValueOrDefault(EvidenceLevel.PilotTrial),
                    levels.GetValueOrDefault(EvidenceLevel.CaseSeries),
                    levels.GetValueOrDefault(EvidenceLevel.Anecdotal),
                    levels.Values.Sum()
                ),
                SourceDocument = bodies.Read<SourceDocumentResponse>(Collection.SourceDocuments).Single(),
                Licence = Licences.Current.Data,
                Links = ReleaseResponse.LinksTo(stored.Number),
            }
        );
    }

    private static byte[]? Single(StoredBodies bodies, Collection collection) =>
        bodies.Of(collection).ToList() is [var body] ? body : null;

    private static void Compare(byte[] expected, byte[]? stored, string name)
    {
        if (stored is null || !expected.AsSpan().SequenceEqual(stored))
        {
            throw new AlteredDatabaseException(
                stored is null
                    ? $"{name} is missing."
                    : $"{name} does not say what this version of the program writes of these records: it was altered, or another version published it."
            );
        }
    }
}
