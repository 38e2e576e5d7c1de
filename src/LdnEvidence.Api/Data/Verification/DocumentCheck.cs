using System.Security.Cryptography;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>
/// Checks the documents, from which everything else in a database follows: every document against its hash, every release's digest against its documents,
/// and every chain digest against the digests up to it. Reads one document at a time and writes nothing.
/// </summary>
/// <param name="db">The context whose connection reads; it must be open.</param>
/// <param name="documents">The table with the documents, as SQL names it on that connection.</param>
/// <param name="progress">Is told how far the check is.</param>
internal sealed class DocumentCheck(CatalogueDbContext db, string documents, IProgress<PublishingProgress>? progress)
{
    private readonly ReleaseRecordCheck _record = new(db, documents);
    private bool _mayLackHashes;
    private long _found;
    private long _total;

    /// <summary>Whether a document that is covered by its release's digest needs no hash of its own.</summary>
    public bool TrustsDigests { get; init; }

    /// <exception cref="AlteredDatabaseException">Something differs.</exception>
    public VerifiedDatabase Run(CancellationToken cancellationToken)
    {
        _total = Number($"SELECT count(*) FROM {documents}");
        var last = (int)(Number($"SELECT coalesce(max(key), 0) FROM {documents}") / DocumentRow.PerRelease);
        var (chain, isChained, reports) = (Release.ChainBeforeTheFirst, false, 0L);
        for (var release = 1; release <= last; release++)
        {
            var record = Record(release);
            _mayLackHashes = TrustsDigests || record.ChainDigest is null;
            var digest = Digest(release, cancellationToken);
            if (record.Digest != digest)
            {
                throw new AlteredDatabaseException(
                    $"Release {release}: its records give the digest {digest}, but it was published with {record.Digest}. A record was changed together with its hash."
                );
            }

            chain = Release.Chain(chain, digest);
            isChained |= record.ChainDigest is not null;
            if (isChained && record.ChainDigest != chain)
            {
                throw new AlteredDatabaseException(
                    $"Release {release}: its chain digest is {record.ChainDigest ?? "missing"}, but the releases up to it give {chain}. It or one before it was rewritten."
                );
            }

            reports += Reports(release);
            _record.Check(release, record);
        }

        if (_found != _total)
        {
            throw new AlteredDatabaseException(
                $"There are {_total} documents, but the releases have {_found}: {_total - _found} belong to none of their collections."
            );
        }

        return new VerifiedDatabase(last, _found - reports - last, chain);
    }

    /// <summary>What a release says of itself.</summary>
    private ReleaseResponse Record(int release)
    {
        var name = $"Release {release}, releases, {release}";
        if (Stored(release, Collection.Releases).ToList() is not [var stored])
        {
            throw new AlteredDatabaseException($"{name} is missing.");
        }

        _mayLackHashes = true;
        if (!HasItsHash(stored))
        {
            throw new AlteredDatabaseException(name + Differs);
        }

        return
            Read(stored.Document) is { } record
            && record.Number == release
            && (stored.Sha256 is not null || TrustsDigests || record.ChainDigest is null)
            ? record
            : throw new AlteredDatabaseException($"{name} is not the record of this release.");
    }

    /// <summary>The digest that a release's documents give, once each was found to have its hash.</summary>
    private string Digest(int release, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (collection, _) in DigestOrder.Kinds)
        {
            var position = 0;
            foreach (var stored in Stored(release, collection))
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new PublishingProgress("Checking records", (int)_found, (int)_total));
                position++;
                if (stored.Key != DocumentRow.KeyOf(release, collection, position))
                {
                    throw new AlteredDatabaseException(Name(release, collection, position) + " is missing.");
                }

                if (!TrustsDigests && !HasItsHash(stored))
                {
                    throw new AlteredDatabaseException(Name(release, collection, position) + Differs);
                }

                digest.AppendData(stored.Document);
                digest.AppendData("\n"u8);
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>How many documents tell of a release as a whole, once each was found to have its hash.</summary>
    private int Reports(int release)
    {
        var reports = DigestOrder
            .Reports.SelectMany(collection => Stored(release, collection).Select(stored => (collection, stored)))
            .ToList();
        var altered = reports.Find(report =>
            !HasItsHash(report.stored) && !(TrustsDigests && report.collection == Collection.Coverage)
        );
        return altered.stored is null
            ? reports.Count
            : throw new AlteredDatabaseException(
                $"Release {release}, {(altered.collection == Collection.Audits ? "audit" : "coverage")}" + Differs
            );
    }

    private const string Differs = " differs from the hash that was kept of it.";

    private IEnumerable<StoredDocument> Stored(int release, Collection collection)
    {
        var first = DocumentRow.KeyOf(release, collection, 0);
        return db.Rows(
            row =>
            {
                _found++;
                // What is not stored as bytes has no hash that it could have.
                return new StoredDocument(
                    row.GetInt64(0),
                    row.GetValue(1) as byte[] ?? [],
                    row.IsDBNull(2) ? null : row.GetValue(2) as byte[] ?? []
                );
            },
            $"SELECT key, document, sha256 FROM {documents} WHERE key >= @p0 AND key < @p1 ORDER BY key",
            first,
            first + (1L << 32)
        );
    }

    private static ReleaseResponse? Read(byte[] document)
    {
        try
        {
            return JsonSerializer.Deserialize<ReleaseResponse>(document, CatalogueJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What was published before hashes were kept has none; the digest covers it all the same.</summary>
    private bool HasItsHash(StoredDocument stored) =>
        stored.Sha256 is null ? _mayLackHashes : stored.Sha256.AsSpan().SequenceEqual(SHA256.HashData(stored.Document));

    /// <summary>Names a record by release, collection and id; the id comes from its row, since its document may say anything.</summary>
    private string Name(int release, Collection collection, int position)
    {
        var (name, table) = collection switch
        {
            Collection.Conditions => (Address.Conditions, "conditions"),
            Collection.Mechanisms => (Address.Mechanisms, "mechanisms"),
            Collection.Outcomes => (Address.Outcomes, "outcomes"),
            Collection.Studies => (Address.Studies, "studies"),
            Collection.Claims => (Address.Claims, "claims"),
            Collection.EvidenceLevels => (Address.EvidenceLevels, "evidence_levels"),
            _ => ("source-documents", "source_documents"),
        };
        var id = db.Rows(
                row => row.GetString(0),
                $"SELECT id FROM {documents.Replace("documents", table, StringComparison.Ordinal)} WHERE release_number = @p0 AND position = @p1",
                release,
                position
            )
            .FirstOrDefault();
        return $"Release {release}, {name}, {id ?? $"the record at position {position}"}";
    }

    private long Number(string sql) => db.Rows(row => row.GetInt64(0), sql).Single();

    private sealed record StoredDocument(long Key, byte[] Document, byte[]? Sha256);
}
