using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Features.Releases;

/// <summary>A release as NDJSON: a manifest, then each record with its SHA-256, in the order in which the digest hashes them.</summary>
internal sealed class ReleaseLines(OpenRelease release)
{
    /// <summary>How many records are read at once; no connection to the database is held between.</summary>
    private const int Batch = 64;

    /// <summary>The lines in pieces. A piece is valid until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        var lines = new ArrayBufferWriter<byte>();
        Manifest(lines);
        using var documents = new DocumentBatch(Batch);
        foreach (var (collection, kind) in DigestOrder.Kinds)
        {
            foreach (var positions in release.Index(collection).All.After(0).Chunk(Batch))
            {
                documents.Clear();
                release.AddDocuments(collection, positions, documents);
                for (var index = 0; index < documents.Count; index++)
                {
                    Line(lines, kind, documents[index].Span);
                }

                yield return lines.WrittenMemory;
                lines.ResetWrittenCount();
            }
        }
    }

    private void Manifest(ArrayBufferWriter<byte> lines)
    {
        using var json = JsonDocument.Parse(release.Body());
        lines.Write(
            CatalogueJson.Write(
                new
                {
                    Kind = "manifest",
                    Release = release.Release.Number,
                    PublishedAt = release.Release.PublishedAt.UtcDateTime,
                    release.Release.Digest,
                    ChainDigest = json.RootElement.TryGetProperty("chainDigest", out var chain)
                        ? chain.GetString()
                        : null,
                    DigestOf = "SHA-256 of the record of every following line, each followed by a line feed, in this order",
                    Lines = DigestOrder.Kinds.ToDictionary(
                        part => part.Kind,
                        part => release.Index(part.Collection).Size,
                        StringComparer.Ordinal
                    ),
                    ClaimCounts = json.RootElement.GetProperty("claimCounts"),
                    Licence = json.RootElement.GetProperty("licence"),
                }
            )
        );
        lines.Write("\n"u8);
    }

    private static void Line(ArrayBufferWriter<byte> lines, string kind, ReadOnlySpan<byte> document)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(document));
        lines.Write(Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\",\"sha256\":\"{hash}\",\"record\":"));
        lines.Write(document);
        lines.Write("}\n"u8);
    }
}
