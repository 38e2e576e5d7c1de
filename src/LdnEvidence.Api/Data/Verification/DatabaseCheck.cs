using System.Security.Cryptography;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Verification;

/// <summary>What a database was found to be.</summary>
/// <param name="Releases">How many releases it has.</param>
/// <param name="Records">How many records they have together.</param>
/// <param name="Chain">The chain digest of the last; compare it with one that was kept elsewhere.</param>
internal sealed record VerifiedDatabase(int Releases, long Records, string Chain);

/// <summary>The database is not what was published; the message names the first record or release that differs.</summary>
internal sealed class AlteredDatabaseException(string message) : Exception(message);

/// <summary>
/// Holds a database to what was written when its releases were published: every document to its hash, every release's digest to its documents, and every
/// chain digest to the digests up to it. Reads one document at a time and writes nothing.
/// </summary>
internal sealed class DatabaseCheck(CatalogueDbContext db)
{
    private long _records;
    private long _reports;

    /// <exception cref="AlteredDatabaseException">Something differs.</exception>
    public async Task<VerifiedDatabase> Run(
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    )
    {
        var total = await db.Documents.CountAsync(cancellationToken);
        var (chain, isChained) = (Release.ChainBeforeTheFirst, false);
        var releases = await db.Releases.OrderBy(release => release.Number).ToListAsync(cancellationToken);
        foreach (var (index, release) in releases.Index())
        {
            if (release.Number != index + 1)
            {
                throw new AlteredDatabaseException($"Release {index + 1} is missing.");
            }

            var digest = await Digest(release.Number, total, progress, cancellationToken);
            await Reports(release.Number, cancellationToken);
            var body = await Body(release, cancellationToken);
            if (body.Digest != digest || release.Digest != digest)
            {
                throw new AlteredDatabaseException(
                    body.Digest == release.Digest
                        ? $"Release {release.Number}: its records give the digest {digest}, but it was published with {release.Digest}. A record was changed together with its hash."
                        : $"Release {release.Number}: its records give the digest {digest}, its own record says {body.Digest}, and its row says {release.Digest}."
                );
            }

            chain = Release.Chain(chain, digest);
            isChained |= body.ChainDigest is not null;
            if (isChained && body.ChainDigest != chain)
            {
                throw new AlteredDatabaseException(
                    $"Release {release.Number}: its chain digest is {body.ChainDigest ?? "missing"}, but the releases up to it give {chain}. It or one before it was rewritten."
                );
            }
        }

        if (_records + _reports != total)
        {
            throw new AlteredDatabaseException(
                $"There are {total} documents, but the releases have {_records + _reports}: {total - _records - _reports} belong to none of their collections."
            );
        }

        return new VerifiedDatabase(releases.Count, _records - releases.Count, chain);
    }

    /// <summary>The digest that a release's documents give, once each was found to have its hash.</summary>
    private async Task<string> Digest(
        int release,
        int total,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (collection, _) in DigestOrder.Kinds)
        {
            var (first, position) = (DocumentRow.KeyOf(release, collection, 1), 0);
            var documents = db
                .Documents.Where(row => row.Key >= first && row.Key < first + int.MaxValue)
                .OrderBy(row => row.Key)
                .AsAsyncEnumerable();
            await foreach (var row in documents.WithCancellation(cancellationToken))
            {
                progress?.Report(new PublishingProgress("Checking records", (int)_records, total));
                _records++;
                position++;
                if (row.Key != first + position - 1)
                {
                    throw new AlteredDatabaseException(await Name(release, collection, position) + " is missing.");
                }

                if (!HasItsHash(row))
                {
                    throw new AlteredDatabaseException(await Name(release, collection, position) + Differs);
                }

                digest.AppendData(row.Document);
                digest.AppendData("\n"u8);
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>What was worked out of a release as a whole: not in its digest, and not there where it was published before there were such reports.</summary>
    private async Task Reports(int release, CancellationToken cancellationToken)
    {
        foreach (var collection in DigestOrder.Reports)
        {
            var key = DocumentRow.KeyOf(release, collection, 1);
            if (await db.Documents.SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is not { } row)
            {
                continue;
            }

            _reports++;
            if (!HasItsHash(row))
            {
                throw new AlteredDatabaseException($"Release {release}, {collection}" + Differs);
            }
        }
    }

    private const string Differs = " differs from the hash that was kept of it.";

    /// <summary>What a release says of itself.</summary>
    private async Task<ReleaseResponse> Body(ReleaseRow release, CancellationToken cancellationToken)
    {
        var key = DocumentRow.KeyOf(release.Number, Collection.Releases, release.Number);
        var row = await db.Documents.SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        var name = $"Release {release.Number}, releases, {release.Number}";
        if (row is null)
        {
            throw new AlteredDatabaseException($"{name} is missing.");
        }

        _records++;
        if (!HasItsHash(row))
        {
            throw new AlteredDatabaseException(name + Differs);
        }

        var body = Read(row.Document);
        return body?.Number == release.Number && body.PublishedAt == release.PublishedAt
            ? body
            : throw new AlteredDatabaseException($"{name} is not the record of this release and its time.");
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
    private static bool HasItsHash(DocumentRow row) =>
        row.Sha256 is null || row.Sha256.AsSpan().SequenceEqual(SHA256.HashData(row.Document));

    /// <summary>Names a record by release, collection and id; the id comes from its row, since its document may say anything.</summary>
    private async Task<string> Name(int release, Collection collection, int position)
    {
        var (name, id) = collection switch
        {
            Collection.Conditions => (Address.Conditions, Id(db.Conditions)),
            Collection.Mechanisms => (Address.Mechanisms, Id(db.Mechanisms)),
            Collection.Outcomes => (Address.Outcomes, Id(db.Outcomes)),
            Collection.Studies => (Address.Studies, Id(db.Studies)),
            Collection.Claims => (Address.Claims, Id(db.Claims)),
            Collection.EvidenceLevels => (Address.EvidenceLevels, Id(db.EvidenceLevels)),
            _ => ("source-documents", Id(db.SourceDocuments)),
        };
        return $"Release {release}, {name}, {await id ?? $"the record at position {position}"}";

        Task<string?> Id<TRow>(DbSet<TRow> rows)
            where TRow : CatalogueRow =>
            rows.Where(row => row.ReleaseNumber == release && row.Position == position)
                .Select(row => row.Id)
                .SingleOrDefaultAsync();
    }
}
