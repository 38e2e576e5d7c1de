using System.Text;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A reader of documents keeps a handle open, which must cost neither what is published later nor whoever publishes it.</summary>
public sealed class SqliteDocumentsTests : IDisposable
{
    private const string Claim = "/api/v1/claims/test-claim";

    private readonly SeedFiles _seed = SeedFiles.Minimal();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_of_a_later_release_is_read_with_the_same_reader()
    {
        using var app = CatalogueApp.On(_seed);
        await app.CreateClient().Get(Claim);
        using var reader = Reader(app);
        var first = Encoding.UTF8.GetString(reader.Read(Key(1)));

        await PublishAnother(app);
        var second = Encoding.UTF8.GetString(reader.Read(Key(2)));

        first.ShouldNotContain("something else");
        second.ShouldContain("something else");
        Encoding.UTF8.GetString(reader.Read(Key(1))).ShouldBe(first);
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_refused_and_the_next_one_read()
    {
        using var app = CatalogueApp.On(_seed);
        await app.CreateClient().Get(Claim);
        using var reader = Reader(app);
        var document = reader.Read(Key(1));

        Should.Throw<SqliteException>(() => reader.Read(Key(7)));

        reader.Read(Key(1)).ShouldBe(document);
    }

    [Fact]
    public async Task What_is_published_beside_a_service_that_reads_is_merged_into_the_file()
    {
        using var serving = CatalogueApp.On(_seed);
        using var client = serving.CreateClient();
        await client.Get(Claim);
        using var publishing = new CatalogueApp(_seed, serving.DatabaseFile);
        await publishing.CreateClient().Get(Claim);

        // Read now, so that the service's handle is on what was there before.
        await client.Get("/api/v1/conditions/test-disease");
        await PublishAnother(publishing);

        (await ReleasesWithoutLog(serving.DatabaseFile)).ShouldBe(2L);
    }

    public void Dispose() => _seed.Dispose();

    private async Task PublishAnother(CatalogueApp app)
    {
        _seed.Claims[0]!["statement"] = "LDN is said to do something else.";
        (await app.Publish()).IsNew.ShouldBeTrue();
    }

    private static long Key(int release) => DocumentRow.KeyOf(release, Collection.Claims, 1);

    private static IDocumentReader Reader(CatalogueApp app) =>
        new SqliteDocuments(app.Services.GetRequiredService<SqliteFile>()).Reader();

    /// <summary>How many releases the file itself has, without the log beside it.</summary>
    private static async Task<long> ReleasesWithoutLog(string file)
    {
        using var folder = new TemporaryFolder();
        File.Copy(file, folder.File("alone.db"));
        await using var connection = new SqliteConnection($"Data Source={folder.File("alone.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM releases";
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
