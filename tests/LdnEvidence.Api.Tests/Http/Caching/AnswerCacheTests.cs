using System.Globalization;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Caching;

/// <summary>How much is kept, and that what is not kept or breaks off is right all the same.</summary>
public sealed class AnswerCacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 512)]
    [InlineData(32, 1)]
    public async Task What_is_not_kept_is_answered_all_the_same(int megabytes, int largestKilobytes)
    {
        using var app = With(megabytes, largestKilobytes);
        using var client = app.CreateClient();
        foreach (
            var address in new[]
            {
                "/api/v1/claims?limit=50",
                "/api/v1/claims?format=csv",
                "/api/v1/releases/1/download",
            }
        )
        {
            var first = await Answered.To(client, address);
            first.Body.Length.ShouldBeGreaterThan(1024);
            for (var time = 0; time < 3; time++)
            {
                (await Answered.To(client, address)).ShouldBe(first, address);
                Answered.KeptBy(app.Services, address).ShouldBeNull(address);
            }
        }
    }

    [Fact]
    public async Task Only_what_is_asked_for_again_is_kept()
    {
        using var app = With(32, 512);
        using var client = app.CreateClient();
        await Answered.To(client, "/api/v1/outcomes");
        Answered.KeptBy(app.Services, "/api/v1/outcomes").ShouldBeNull();

        await Answered.To(client, "/api/v1/outcomes");
        Answered.KeptBy(app.Services, "/api/v1/outcomes").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_would_have_been_pushed_out_by_now_is_not_kept_when_it_is_asked_for_again()
    {
        using var app = With(1, 512);
        using var client = app.CreateClient();
        await Answered.To(client, "/api/v1/outcomes");
        var between = 0L;
        for (var limit = 1; between < 2 * 1024 * 1024; limit++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"/api/v1/claims?limit={limit}");
            between += (await Answered.To(client, address)).Body.Length;
        }

        await Answered.To(client, "/api/v1/outcomes");
        Answered
            .KeptBy(app.Services, "/api/v1/outcomes")
            .ShouldBeNull("two megabytes were sent since, and one is room");

        await Answered.To(client, "/api/v1/outcomes");
        Answered.KeptBy(app.Services, "/api/v1/outcomes").ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_addresses_stay_within_the_limit()
    {
        using var app = With(1, 512);
        using var client = app.CreateClient();
        var addresses = new List<string>();
        for (var limit = 1; limit <= 67; limit++)
        {
            addresses.Add(string.Create(CultureInfo.InvariantCulture, $"/api/v1/claims?limit={limit}"));
            addresses.Add(string.Create(CultureInfo.InvariantCulture, $"/api/v1/claims?limit={limit}&sort=id"));
        }

        var made = 0L;
        foreach (var address in addresses)
        {
            made += (await Answered.To(client, address)).Body.Length;
            await Answered.To(client, address);
            Kept().ShouldBeLessThanOrEqualTo(1024 * 1024);
        }

        made.ShouldBeGreaterThan(2 * 1024 * 1024, "there was to be more than is kept");
        Kept().ShouldBeGreaterThan(0);
        foreach (var address in addresses.Take(20))
        {
            (await client.Get(address))["items"]!
                .AsArray()
                .Count.ShouldBe(int.Parse(address.Split('=', '&')[1], CultureInfo.InvariantCulture));
        }

        long Kept() => addresses.Sum(address => Answered.KeptBy(app.Services, address)?.Weight ?? 0L);
    }

    [Fact]
    public async Task An_answer_that_broke_off_is_not_kept()
    {
        using var seed = SeedFiles.Minimal();
        for (var i = 0; i < 300; i++)
        {
            seed.Claims.Add(
                Given.AClaim(
                    $"claim-{i:000}",
                    conditions: ["test-disease"],
                    citations: [Given.ACitation("tester-2020")]
                )
            );
        }

        using var app = new CatalogueApp(seed.Save());
        app.UseKestrel(0);
        using var client = app.CreateClient();
        await client.Get("/api/v1");
        await using (var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "DROP TRIGGER documents_refuse_update; UPDATE documents SET document = x'7B' WHERE key = (1 << 40) + (5 << 32) + 290";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        const string address = "/api/v1/claims?format=csv";
        for (var time = 0; time < 3; time++)
        {
            await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(address, Cancellation));
            Answered.KeptBy(app.Services, address).ShouldBeNull();
        }
    }

    private static CatalogueApp With(int megabytes, int largestKilobytes) =>
        new()
        {
            Settings = services =>
                services.Configure<AnswerCacheOptions>(options =>
                    (options.Megabytes, options.LargestKilobytes) = (megabytes, largestKilobytes)
                ),
        };
}
