using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Releases;

/// <summary>An address that names a release, or a day, says today what it said then.</summary>
public sealed class KeptAnswersTests
{
    private static readonly string[] Addresses =
    [
        "/api/v1",
        "/api/v1/claims",
        "/api/v1/claims?sort=-id&facets=evidenceLevel&include=studies",
        "/api/v1/claims?format=csv",
        "/api/v1/claims/test-claim",
        "/api/v1/claims/test-claim/references?format=bibtex",
        "/api/v1/conditions/test-disease",
        "/api/v1/studies?format=ndjson",
        "/api/v1/studies/tester-2020",
        "/api/v1/evidence-levels",
        "/api/v1/search?q=said",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_releases_later_every_answer_has_the_same_bytes_and_tag()
    {
        const int releases = 20;
        using var seed = SeedFiles.Minimal();
        await using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        var editions = new RandomEditions(seed, number: 20);
        var kept = new Dictionary<string, (string? Tag, byte[] Body)>(StringComparer.Ordinal);
        for (var release = 1; release <= releases; release++)
        {
            if (release > 1)
            {
                app.Clock.Advance(TimeSpan.FromDays(1));
                editions.Next();
                (await app.Publish()).Number.ShouldBe(release);
            }

            foreach (var address in Addresses)
            {
                var sign = address.Contains('?') ? '&' : '?';
                await Keep($"{address}{sign}release={release}");
                await Keep($"{address}{sign}asOf={app.Clock.GetUtcNow():yyyy-MM-dd}");
            }

            await Keep($"/api/v1/releases/{release}");
            await Keep($"/api/v1/releases/{release}/download");
            await Keep($"/api/v1/releases/{release}/changes/1");
        }

        kept.Count.ShouldBe(releases * ((2 * Addresses.Length) + 3));
        kept.Values.Select(answer => answer.Tag).ShouldBeUnique();
        foreach (var (address, then) in kept)
        {
            var now = await Ask(address);
            now.Tag.ShouldBe(then.Tag, address);
            now.Body.AsSpan().SequenceEqual(then.Body).ShouldBeTrue(address);
        }

        async Task Keep(string address) => kept.Add(address, await Ask(address));

        async Task<(string? Tag, byte[] Body)> Ask(string address)
        {
            using var response = await client.GetAsync(address, Cancellation);
            response.IsSuccessStatusCode.ShouldBeTrue(address);
            return (response.Headers.ETag!.ToString(), await response.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }
}
