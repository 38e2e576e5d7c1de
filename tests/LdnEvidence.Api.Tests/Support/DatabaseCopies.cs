using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Data.Verification;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>A database with two small releases, copies of it to damage, and what the program says of each.</summary>
public sealed class DatabaseCopies : IAsyncLifetime
{
    private static readonly string[] Words = ["ldn", "test", "claim", "tester", "second", "disease"];

    private readonly TemporaryFolder _folder = new();
    private int _copies;

    internal string Original => _folder.File("original.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var seed = SeedFiles.Minimal();
        using var app = new CatalogueApp(seed.Save(), Original);
        using var client = app.CreateClient();
        seed.Conditions.Add(Given.ACondition("test-narrower", broader: "test-disease", ("mesh", "D003424")));
        seed.Claims.Add(Given.AClaim("test-second", conditions: ["test-narrower"]));
        (await app.Publish()).Number.ShouldBe(2);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy under a name of its own.</summary>
    internal string Copy()
    {
        var copy = _folder.File($"copy-{Interlocked.Increment(ref _copies)}.db");
        File.Copy(Original, copy);
        return copy;
    }

    /// <summary>Runs SQL on a copy as somebody would who knows the schema: without the triggers and rules of the database, and puts the triggers back.</summary>
    internal static void Alter(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var triggers = Rows(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
        Execute(connection, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
        triggers.ForEach(trigger => Execute(connection, $"DROP TRIGGER {trigger[0]}"));
        Execute(connection, sql);
        triggers.ForEach(trigger => Execute(connection, trigger[1]));
    }

    internal static List<string[]> Rows(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return Rows(connection, sql);
    }

    /// <summary>What the check names, or null where it passes.</summary>
    internal static async Task<string?> Fault(string file)
    {
        try
        {
            var access = Access(file);
            using var search = new SqliteSearch(access);
            await new DatabaseCheck(access, search).Run(Cancellation);
            return null;
        }
        catch (Exception told) when (told is AlteredDatabaseException or CatalogueDatabaseException)
        {
            told.Message.ShouldNotBeNullOrWhiteSpace();
            return told.Message;
        }
    }

    internal static async Task Rebuild(string file)
    {
        var access = Access(file);
        using var search = new SqliteSearch(access);
        await new DatabaseRebuild(access, search, NullLogger<DatabaseRebuild>.Instance).Run(Cancellation);
    }

    /// <summary>Everything that the service's own readers read from a file: releases, documents, columns of lists, hits of searches.</summary>
    internal static string Answers(string file)
    {
        var access = Access(file);
        using var reads = new CatalogueReads(access, new SqliteDocuments(access));
        using var search = new SqliteSearch(access);
        using var hits = new SearchHits(search);
        using var directory = new ReleaseDirectory(reads, hits);
        var answers = new List<string>();
        var columns = reads.List(
            "SELECT release_number, collection, name FROM list_columns ORDER BY 1, 2, 3",
            row => (Release: row.GetInt32(0), Collection: (Collection)row.GetInt32(1), Name: row.GetString(2))
        );
        foreach (var (release, collection, name) in columns)
        {
            answers.Add($"{release} {collection} {name} {Hex(reads.Column(collection, release, name)!)}");
        }

        for (var number = 1; directory.Find(number) is { } release; number++)
        {
            answers.Add($"{release.Release.Number} {release.Release.PublishedAt:O} {release.Release.Digest}");
            answers.Add(Hex(release.Body()));
            foreach (var report in DigestOrder.Reports)
            {
                answers.Add(Hex(release.Report(report)!));
            }

            foreach (var (collection, _) in DigestOrder.Kinds)
            {
                var positions = Enumerable.Range(1, reads.Size(collection, number)).ToList();
                answers.AddRange(positions.Select(position => Hex(reads.Document(collection, number, position))));
            }

            foreach (var collection in new[] { Collection.Claims, Collection.Studies })
            {
                var ids = release.Ids(collection, release.Index(collection).All);
                answers.AddRange(ids.Select(id => Hex(reads.Document(collection, number, id)!)));
            }

            answers.AddRange(
                SearchTexts.Searched.SelectMany(collection =>
                    Words.Select(word => Found(search, number, collection, word))
                )
            );
        }

        return string.Join('\n', answers);
    }

    private static string Found(SqliteSearch search, int release, Collection collection, string word)
    {
        var expression = SearchedCatalogue.Parse(word);
        var (found, ranked) = (new List<int>(), new List<int>());
        search.Find(release, collection, expression, found);
        search.Rank(release, collection, expression, ranked);
        var snippets = search.Snippets(release, collection, expression, found);
        return $"{word} {string.Join(',', found)} {string.Join(',', ranked)} {string.Join('|', snippets.OrderBy(pair => pair.Key))}";
    }

    private static SqliteFile Access(string file) => new(Options.Create(new CatalogueOptions { DatabasePath = file }));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

    private static List<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // The statements are the tests' own.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString()!)]);
        }

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
