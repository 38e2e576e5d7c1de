using System.Buffers;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Answers;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Features.Releases;

/// <summary>A whole release as compressed NDJSON, in constant memory: a manifest, then each record with its SHA-256.</summary>
internal sealed class ReleaseFile(OpenRelease release)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    private const string ContentType = "application/gzip";

    /// <summary>How many records are read before they are sent; no connection to the database is held while they are.</summary>
    private const int Batch = 64;

    public int? StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new FixedFormat(ContentType));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = ContentType;
        response.Headers.ContentDisposition =
            $"attachment; filename=\"ldn-evidence-release-{release.Release.Number}.ndjson.gz\"";
        await using var file = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
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

                await file.WriteAsync(lines.WrittenMemory, aborted);
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
