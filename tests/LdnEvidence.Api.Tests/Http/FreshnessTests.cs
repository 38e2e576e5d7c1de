using System.Globalization;
using System.Net;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>How long an answer may be kept by others, and since when it has been what it is.</summary>
public sealed class FreshnessTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const string Latest = "public, max-age=60, stale-while-revalidate=600";

    private const string Named = "public, max-age=31536000, immutable";

    [Theory]
    [InlineData("/api/v1", Latest)]
    [InlineData("/api/v1/claims", Latest)]
    [InlineData("/api/v1/claims?limit=3&format=csv", Latest)]
    [InlineData("/api/v1/claims?asOf=2026-03-14", Latest)]
    [InlineData("/api/v1/search?q=pain", Latest)]
    [InlineData("/api/v1/releases", Latest)]
    [InlineData("/api/v1/claims?release=1", Named)]
    [InlineData("/api/v1/claims?format=ndjson&release=1", Named)]
    [InlineData("/api/v1/claims/eff-hiv-cd4?release=1", Named)]
    [InlineData("/api/v1/search?q=pain&release=1", Named)]
    [InlineData("/api/v1/releases/1", Named)]
    [InlineData("/api/v1/releases/1/download", Named)]
    public async Task What_names_its_release_may_be_kept_for_good_and_the_latest_for_a_minute(
        string address,
        string expected
    )
    {
        for (var time = 0; time < 3; time++)
        {
            var answer = await Answered.To(catalogue.Client, address);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer["Cache-Control"].ShouldBe(expected);
            answer["Vary"].ShouldBe("Accept, Accept-Encoding");

            var held = await Answered.To(catalogue.Client, address, null, ("If-None-Match", answer["ETag"]));
            held.Status.ShouldBe(HttpStatusCode.NotModified);
            held["Cache-Control"].ShouldBe(expected);
            held["Vary"].ShouldBe("Accept, Accept-Encoding");
            held["Last-Modified"].ShouldBe(answer["Last-Modified"]);
        }
    }

    [Fact]
    public async Task A_copy_is_as_new_as_the_release_or_the_build_whichever_came_later()
    {
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(Program).Assembly.Location));
        foreach (var published in new[] { built.AddYears(-1), built.AddYears(1) })
        {
            using var seed = SeedFiles.Minimal();
            using var app = CatalogueApp.On(seed);
            app.Clock.AdjustTime(published);
            using var client = app.CreateClient();
            var later = published > built ? published : built;
            var written = later.ToString("R", CultureInfo.InvariantCulture);
            foreach (var address in new[] { "/api/v1/claims?limit=1", "/api/v1/claims?limit=1", "/api/v1/releases/1" })
            {
                (await Answered.To(client, address))["Last-Modified"].ShouldBe(written);
                (await Since(address, later)).ShouldBe(HttpStatusCode.NotModified);
                (await Since(address, later.AddDays(1))).ShouldBe(HttpStatusCode.NotModified);
                (await Since(address, later.AddSeconds(-1))).ShouldBe(HttpStatusCode.OK);
            }

            (await Since("/api/v1/claims/no-such", later)).ShouldBe(HttpStatusCode.NotFound);

            async Task<HttpStatusCode> Since(string address, DateTimeOffset time) =>
                (
                    await Answered.To(
                        client,
                        address,
                        null,
                        ("If-Modified-Since", time.ToString("R", CultureInfo.InvariantCulture))
                    )
                ).Status;
        }
    }
}
