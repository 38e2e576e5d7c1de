using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LdnEvidence.Api.Tests.Data;

public sealed class PublishingProgressTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<PublishingProgress> _told = [];

    [Fact]
    public void Progress_is_told_in_words() =>
        new PublishingProgress("Reading claims.json", 40_000, 100_000)
            .ToString()
            .ShouldBe("Reading claims.json: 40,000 of 100,000");

    [Fact]
    public void Nothing_is_told_of_work_that_is_done_within_a_second()
    {
        var progress = new PacedProgress(_clock, _told.Add);

        Report(progress, 1, milliseconds: 500);
        Report(progress, 2, milliseconds: 499);

        _told.ShouldBeEmpty();
    }

    [Fact]
    public void Progress_is_told_once_a_second()
    {
        var progress = new PacedProgress(_clock, _told.Add);

        for (var i = 1; i <= 35; i++)
        {
            Report(progress, i, milliseconds: 100);
        }

        _told.Select(value => value.Done).ShouldBe([10, 20, 30]);
    }

    [Fact]
    public async Task A_publication_says_what_it_does_from_the_first_file_to_the_last_row()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");
        await using var scope = app.Services.CreateAsyncScope();
        using var seed = SeedFiles.Minimal();
        seed.Claims.Add(Given.AClaim("another"));
        seed.Save();
        scope
            .ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptions<LdnEvidence.Api.Data.CatalogueOptions>>()
            .Value.SeedDataPath = seed.Folder;

        await scope
            .ServiceProvider.GetRequiredService<ReleasePublisher>()
            .Publish(TestContext.Current.CancellationToken, new Recorder(_told));

        _told
            .Select(value => value.Doing)
            .Distinct()
            .ShouldBe([
                "Reading document.json",
                "Reading conditions.json",
                "Reading mechanisms.json",
                "Reading outcomes.json",
                "Reading studies.json",
                "Reading claims.json",
                "Checking the rules of the catalogue",
                "Working out the digest",
                "Writing records",
                "Indexing words",
            ]);
        foreach (
            var work in _told
                .Where(value => value.Doing.EndsWith(".json", StringComparison.Ordinal))
                .GroupBy(value => value.Doing)
        )
        {
            work.Select(value => value.Done).ShouldBe(Enumerable.Range(0, work.First().Total), work.Key);
        }

        var rows = _told.Where(value => value.Doing == "Writing records").ToList();
        rows.Select(value => value.Done).ShouldBe(Enumerable.Range(0, rows[0].Total));
        _told
            .Where(value => value.Doing.StartsWith("Checking", StringComparison.Ordinal))
            .Select(value => value.Done)
            .ShouldBe(Enumerable.Range(1, AuditRules.All.Count));
        var indexed = _told[^1];
        indexed.Done.ShouldBe(indexed.Total);
    }

    private void Report(PacedProgress progress, int done, int milliseconds)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        progress.Report(new PublishingProgress("Working", done, 100));
    }

    private sealed class Recorder(List<PublishingProgress> told) : IProgress<PublishingProgress>
    {
        public void Report(PublishingProgress value) => told.Add(value);
    }
}
