using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A file that needs nothing is served after one look; one that lacks something is mended first.</summary>
public sealed class SqliteStampTests : IDisposable
{
    private static readonly string[] Addresses =
    [
        "/api/v1/claims?q=claim&facets=kind&sort=-id",
        "/api/v1/claims?condition=test-disease",
        "/api/v1/claims?domain=general",
        "/api/v1/outcomes?domain=general",
        "/api/v1/search?q=test",
        "/api/v1/studies?fromYear=2000&sort=-year",
        "/api/v1/releases/1/download",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly SeedFiles _seed = SeedFiles.Minimal();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => _folder.File("catalogue.db");

    [Fact]
    public async Task The_second_start_on_a_file_needs_nothing()
    {
        NeedsNothing().ShouldBeFalse("there is no database yet");
        await Answers();
        NeedsNothing().ShouldBeTrue("the first start made it");
    }

    [Theory]
    [InlineData("DROP TABLE search_1")]
    [InlineData("DROP TRIGGER list_columns_refuse_delete; DELETE FROM list_columns")]
    [InlineData("DROP TRIGGER claims_refuse_update")]
    [InlineData("DROP TRIGGER list_columns_refuse_update")]
    [InlineData("DROP TRIGGER release_seals_refuse_insert")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("DROP TABLE search_1; DROP TRIGGER list_columns_refuse_delete; DELETE FROM list_columns")]
    public async Task What_is_missing_is_noticed_and_mended_at_the_next_start(string damage)
    {
        var before = await Answers();
        var schema = await Schema();
        await Execute(damage);
        NeedsNothing().ShouldBeFalse();

        (await Answers()).Zip(before).ShouldAllBe(pair => pair.First.Body.SequenceEqual(pair.Second.Body));
        (await Schema()).ShouldBe(schema);
        NeedsNothing().ShouldBeTrue("what was mended needs nothing more");
        await Should.ThrowAsync<SqliteException>(() => Execute("UPDATE claims SET position = 7"));
    }

    [Fact]
    public async Task Only_the_release_that_lacks_something_is_mended()
    {
        await Answers();
        using (var app = new CatalogueApp(_seed, Database))
        {
            _seed.Claims[0]!["statement"] = "LDN is said to do something else.";
            await app.Publish();
        }

        await Execute("DROP TABLE search_1");
        using var next = new CatalogueApp(_seed, Database);
        using var client = next.CreateClient();

        (await client.Get("/api/v1/claims?q=something")).Ids().ShouldBe(["test-claim"]);
        (await client.Get("/api/v1/claims?q=something&release=1")).Ids().ShouldBeEmpty();
        (await client.Get("/api/v1/claims?q=claim&release=1")).Ids().ShouldBe(["test-claim"]);
    }

    private static readonly (string Table, int Collection)[] Tables =
    [
        ("conditions", 1),
        ("mechanisms", 2),
        ("outcomes", 3),
        ("studies", 4),
        ("claims", 5),
        ("evidence_levels", 6),
        ("releases", 7),
        ("source_documents", 8),
    ];

    [Fact]
    public async Task A_file_that_the_first_version_left_is_brought_up_to_date()
    {
        var before = await Answers();
        // What the later migrations and the search made, taken away.
        foreach (var (table, collection) in Tables)
        {
            var (release, position) = table == "releases" ? ("number", "number") : ("release_number", "position");
            await Execute(
                $"""
                ALTER TABLE {table} ADD COLUMN document BLOB NOT NULL DEFAULT x'';
                DROP TRIGGER {table}_refuse_update;
                UPDATE {table} SET document = (SELECT kept.document FROM documents AS kept
                    WHERE kept.key = ({table}.{release} << 40) + ({collection} << 32) + {table}.{position})
                """
            );
        }

        await Execute(
            """
            DROP TABLE documents;
            ALTER TABLE studies DROP COLUMN cohort;
            ALTER TABLE studies DROP COLUMN intervention_match;
            ALTER TABLE claims DROP COLUMN checked_on;
            ALTER TABLE claims DROP COLUMN differences;
            ALTER TABLE claims DROP COLUMN implied_level;
            ALTER TABLE claims DROP COLUMN intervention_match;
            ALTER TABLE claims DROP COLUMN level_gap;
            ALTER TABLE outcomes DROP COLUMN domain;
            DROP TABLE list_columns;
            DROP TABLE search_1;
            CREATE TABLE condition_codes (release_number INTEGER, record_id TEXT, system TEXT, value TEXT, label TEXT);
            CREATE TABLE mechanism_codes (release_number INTEGER, record_id TEXT, system TEXT, value TEXT, label TEXT);
            CREATE TABLE outcome_codes (release_number INTEGER, record_id TEXT, system TEXT, value TEXT, label TEXT);
            CREATE INDEX ix_claims_release_number_evidence_level_position ON claims (release_number, evidence_level, position);
            CREATE INDEX ix_claims_release_number_outcome_id_position ON claims (release_number, outcome_id, position);
            CREATE INDEX ix_claims_release_number_source_document_id ON claims (release_number, source_document_id);
            CREATE INDEX ix_claim_citations_release_number_study_id ON claim_citations (release_number, study_id);
            CREATE INDEX ix_claim_conditions_release_number_condition_id ON claim_conditions (release_number, condition_id);
            CREATE INDEX ix_claim_mechanisms_release_number_mechanism_id ON claim_mechanisms (release_number, mechanism_id);
            CREATE INDEX ix_conditions_release_number_broader_id ON conditions (release_number, broader_id);
            CREATE INDEX ix_narrower_conditions_release_number_narrower_id ON narrower_conditions (release_number, narrower_id);
            CREATE INDEX ix_studies_release_number_year ON studies (release_number, year);
            DELETE FROM "__EFMigrationsHistory" WHERE migration_id NOT LIKE '%_Initial';
            PRAGMA user_version = 0
            """
        );

        (await Answers()).Zip(before).ShouldAllBe(pair => pair.First.Body.SequenceEqual(pair.Second.Body));
        NeedsNothing().ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_without_its_mark_is_not_taken_on_trust()
    {
        await Answers();
        NeedsNothing().ShouldBeTrue();
        await Execute("PRAGMA application_id = 1");
        NeedsNothing().ShouldBeFalse();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _seed.Dispose();
        _folder.Dispose();
    }

    /// <summary>What decides at a start whether the database context is needed.</summary>
    private bool NeedsNothing() =>
        new SqliteStamp(new SqliteFile(Options.Create(new CatalogueOptions { DatabasePath = Database }))).Holds();

    private async Task<List<Answered>> Answers()
    {
        using var app = new CatalogueApp(_seed.Save(), Database);
        using var client = app.CreateClient();
        var answers = new List<Answered>();
        foreach (var address in Addresses)
        {
            var answer = await Answered.To(client, address);
            answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, address);
            answers.Add(answer);
        }

        return answers;
    }

    private async Task<List<string>> Schema()
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name FROM sqlite_master ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private async Task Execute(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys = OFF; {sql}";
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<SqliteConnection> Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
