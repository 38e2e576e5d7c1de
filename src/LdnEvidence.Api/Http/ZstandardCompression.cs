using Microsoft.AspNetCore.ResponseCompression;
using ZstdSharp;

namespace LdnEvidence.Api.Http;

/// <summary>Compression with Zstandard (RFC 8878), which the framework does not have.</summary>
internal sealed class ZstandardCompression : ICompressionProvider
{
    /// <summary>The library's default, between speed and size.</summary>
    private const int Level = 3;

    public string EncodingName => "zstd";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new CompressionStream(outputStream, Level, leaveOpen: true);
}
