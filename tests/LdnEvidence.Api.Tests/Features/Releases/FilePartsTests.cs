using System.Globalization;
using System.Net;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Releases;

/// <summary>A download that broke off can go on.</summary>
public sealed class FilePartsTests
{
    private const string Address = "/api/v1/releases/1/download";

    [Fact]
    public async Task Any_part_is_that_part_of_the_whole()
    {
        using var app = new CatalogueApp();
        using var client = app.CreateClient();
        // A part is asked for before anybody had the whole, so that its length was never counted.
        var first = await Answered.To(client, Address, null, ("Range", "bytes=0-9"));
        var whole = await Answered.To(client, Address);
        first.Body.ShouldBe(whole.Body[..10]);
        whole["Accept-Ranges"].ShouldBe("bytes");

        var length = whole.Body.Length;
        foreach (
            var (range, from, to) in new[]
            {
                ("bytes=100-", 100, length),
                ("bytes=0-0", 0, 1),
                ("bytes=0-", 0, length),
                ($"bytes={length - 1}-", length - 1, length),
                ("bytes=5-1999999999", 5, length),
                ("bytes=-7", length - 7, length),
                ("bytes=-1999999999", 0, length),
                ("bytes=9000-20000", 9000, 20001),
            }
        )
        {
            // From the second on the whole file is kept in memory.
            for (var time = 0; time < 2; time++)
            {
                var part = await Answered.To(client, Address, null, ("Range", range));
                part.Status.ShouldBe(HttpStatusCode.PartialContent, range);
                part["Content-Range"]
                    .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to - 1}/{length}"));
                part.Body.AsSpan().SequenceEqual(whole.Body.AsSpan(from..to)).ShouldBeTrue(range);
                part["ETag"].ShouldBe(whole["ETag"]);
                part["Last-Modified"].ShouldBe(whole["Last-Modified"]);
                part["Content-Disposition"].ShouldBe(whole["Content-Disposition"]);
                part["Cache-Control"].ShouldBe(whole["Cache-Control"]);
            }
        }
    }

    [Theory]
    [InlineData("bytes=3-1")]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=x")]
    [InlineData("")]
    public async Task What_is_no_single_range_is_answered_with_the_whole(string range)
    {
        using var app = new CatalogueApp();
        using var client = app.CreateClient();
        var whole = await Answered.To(client, Address);

        var answer = await Answered.To(client, Address, null, ("Range", range));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.AsSpan().SequenceEqual(whole.Body).ShouldBeTrue();
    }

    [Theory]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=-0")]
    public async Task Behind_the_end_there_is_nothing(string range)
    {
        using var app = new CatalogueApp();
        using var client = app.CreateClient();
        var length = (await Answered.To(client, Address)).Body.Length;
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblem(
            HttpStatusCode.RequestedRangeNotSatisfiable,
            "range-not-satisfiable",
            range
        );
        problem["detail"]!.GetValue<string>().ShouldContain($"{length} bytes");
        response.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes */{length}");
        response.Content.Headers.ContentDisposition.ShouldBeNull();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_of_another_file_is_not_sent()
    {
        using var app = new CatalogueApp();
        using var client = app.CreateClient();
        var whole = await Answered.To(client, Address);
        foreach (
            var (held, status) in new[]
            {
                (whole["ETag"], HttpStatusCode.PartialContent),
                (whole["Last-Modified"], HttpStatusCode.PartialContent),
                ("\"other\"", HttpStatusCode.OK),
                ($"W/{whole["ETag"]}", HttpStatusCode.OK),
                ("Mon, 01 Jan 2001 00:00:00 GMT", HttpStatusCode.OK),
            }
        )
        {
            (await Answered.To(client, Address, null, ("Range", "bytes=100-"), ("If-Range", held))).Status.ShouldBe(
                status,
                held
            );
        }

        (
            await Answered.To(client, Address, null, ("Range", "bytes=100-"), ("If-None-Match", whole["ETag"]))
        ).Status.ShouldBe(HttpStatusCode.NotModified);
        (await Answered.To(client, Address, null, ("Range", "bytes=100-"), ("If-Match", "\"other\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
    }

    [Fact]
    public async Task A_range_is_meant_for_GET_and_for_the_file()
    {
        using var app = new CatalogueApp();
        using var client = app.CreateClient();
        (await Answered.To(client, Address, HttpMethod.Head, ("Range", "bytes=0-1"))).Status.ShouldBe(
            HttpStatusCode.OK
        );
        foreach (var address in new[] { "/api/v1/claims", "/claims/eff-hiv-cd4", "/assets/site.css" })
        {
            var answer = await Answered.To(client, address, null, ("Range", "bytes=0-1"));
            answer.Status.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.ShouldNotContain(line => line.StartsWith("Accept-Ranges", StringComparison.Ordinal));
        }
    }
}
