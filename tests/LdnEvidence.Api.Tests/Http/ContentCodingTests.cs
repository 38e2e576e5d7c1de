using System.IO.Compression;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Http;
using ZstdSharp;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>The compression that a caller gets is the one that it wants most, and decoded it is the plain body.</summary>
public sealed class ContentCodingTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("br", "br")]
    [InlineData("BR", "br")]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("X-GZIP;q=0.5, deflate", "gzip")]
    [InlineData("x-gzip;q=0, *;q=0", "")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate, zstd", "zstd")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0.5, *;q=0.8", "zstd")]
    [InlineData("br;q=0, zstd;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "zstd")]
    [InlineData("*;q=0", "")]
    [InlineData("gzip, *;q=0", "gzip")]
    [InlineData("gzip;q=0", "")]
    [InlineData("identity", "")]
    [InlineData("identity;q=0, gzip", "gzip")]
    [InlineData("identity;q=1, gzip;q=0.5", "")]
    [InlineData("identity;q=0.5, gzip;q=1", "gzip")]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("deflate", "")]
    [InlineData("snappy, lzma", "")]
    [InlineData("snappy, gzip;q=0.1", "gzip")]
    [InlineData(",,;;=", "")]
    public void The_best_that_both_know_is_chosen(string? accepted, string expected)
    {
        var request = new DefaultHttpContext().Request;
        if (accepted is not null)
        {
            request.Headers.AcceptEncoding = accepted;
        }

        ContentCoding.Of(request).ShouldBe(expected);
    }

    [Fact]
    public void Two_lines_of_the_header_are_one_list()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptEncoding = new(["gzip", "br"]);

        ContentCoding.Of(request).ShouldBe("br");
    }

    [Theory]
    [InlineData("/api/v1/claims?limit=30")]
    [InlineData("/api/v1/claims/eff-hiv-cd4")]
    [InlineData("/api/v1/claims?format=csv")]
    [InlineData("/api/v1/studies?format=ris")]
    public async Task Decoded_it_is_the_plain_body_under_a_tag_of_its_own(string address)
    {
        var plain = await Answered.To(catalogue.Client, address);
        plain.Headers.ShouldNotContain(line => line.StartsWith("Content-Encoding", StringComparison.Ordinal));
        var tags = new List<string> { plain["ETag"] };
        foreach (var coding in new[] { "br", "zstd", "gzip" })
        {
            for (var time = 0; time < 3; time++)
            {
                var coded = await Answered.To(catalogue.Client, address, null, ("Accept-Encoding", coding));

                coded["Content-Encoding"].ShouldBe(coding);
                coded["Vary"].ShouldBe("Accept, Accept-Encoding");
                Decode(coded.Body, coding).ShouldBe(plain.Body);
                if (time == 0)
                {
                    tags.Add(coded["ETag"]);
                }
            }
        }

        tags.ShouldBeUnique();
        foreach (var other in new[] { "identity", "deflate", "*;q=0" })
        {
            (await Answered.To(catalogue.Client, address, null, ("Accept-Encoding", other))).ShouldBe(plain, other);
        }
    }

    [Fact]
    public async Task A_problem_is_compressed_too()
    {
        var plain = await Answered.To(catalogue.Client, "/api/v1/claims?limit=0");
        foreach (var coding in new[] { "br", "zstd", "gzip" })
        {
            var coded = await Answered.To(
                catalogue.Client,
                "/api/v1/claims?limit=0",
                null,
                ("Accept-Encoding", coding)
            );
            coded["Content-Encoding"].ShouldBe(coding);
            Decode(coded.Body, coding).ShouldBe(plain.Body);
        }
    }

    private static byte[] Decode(byte[] body, string coding)
    {
        using var coded = new MemoryStream(body);
        using Stream decoding = coding switch
        {
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            "zstd" => new DecompressionStream(coded),
            _ => new GZipStream(coded, CompressionMode.Decompress),
        };
        using var plain = new MemoryStream();
        decoding.CopyTo(plain);
        return plain.ToArray();
    }
}
