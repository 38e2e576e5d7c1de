using System.Net;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Health;

/// <summary>The service is ready only while the file that it serves is there and can be read.</summary>
public sealed class ReadinessTests : IDisposable
{
    private const string Ready = "/health/ready";

    private readonly TemporaryFolder _folder = new();
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public ReadinessTests()
    {
        _app = new CatalogueApp(_seed.Save(), Database);
        _client = _app.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => _folder.File("catalogue.db");

    [Fact]
    public async Task A_file_that_is_moved_away_is_missed_and_found_again_when_it_is_back()
    {
        (await _client.GetAsync(Ready, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        File.Move(Database, _folder.File("elsewhere.db"));
        await Eventually.Status(_client, Ready, HttpStatusCode.ServiceUnavailable);
        (await _client.GetAsync("/health/live", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        File.Exists(Database).ShouldBeFalse("whoever reads makes no file");

        File.Move(_folder.File("elsewhere.db"), Database);
        await Eventually.Status(_client, Ready, HttpStatusCode.OK);
        (await _client.Get("/api/v1/claims")).Ids().ShouldBe(["test-claim"]);
        _seed.Claims.Add(Given.AClaim("another"));
        (await _app.Publish()).Number.ShouldBe(2);
        (await _client.Get("/api/v1/claims?sort=id")).Ids().ShouldBe(["another", "test-claim"]);
    }

    [Fact]
    public async Task A_file_that_is_replaced_by_another_is_not_taken_for_it()
    {
        (await _client.Get("/api/v1/claims")).Ids().ShouldBe(["test-claim"]);
        File.Copy(Database, _folder.File("copy.db"));
        File.Delete(Database);
        await Eventually.Status(_client, Ready, HttpStatusCode.ServiceUnavailable);

        File.Move(_folder.File("copy.db"), Database);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);

        (await _client.GetAsync(Ready, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await _client.Get("/api/v1/claims")).Ids().ShouldBe(["test-claim"]);
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _seed.Dispose();
        _folder.Dispose();
    }
}
