using System.Text;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>An index in the making is nobody else's, says what went wrong, and can be given up.</summary>
public sealed class SearchDraftTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_is_whole_and_found()
    {
        await using var connection = await Catalogue();
        var told = new List<int>();
        await using (var draft = new SearchDraft(Mechanisms(300), _folder.Path))
        {
            await draft.Store(connection, transaction: null, release: 3, told.Add, Cancellation);
        }

        told[^1].ShouldBe(300);
        (await Scalar(connection, "SELECT count(*) FROM search_3 WHERE search_3 MATCH 'calm'")).ShouldBe(300);
        (await Scalar(connection, "SELECT count(*) FROM search_3 WHERE search_3 MATCH 'number7'")).ShouldBe(1);
        // FTS5's own look at its tables; it fails where they do not fit together.
        await Scalar(connection, "INSERT INTO search_3 (search_3) VALUES ('integrity-check')");
        Names().ShouldBe(["catalogue.db"]);
    }

    [Fact]
    public async Task Given_up_it_stops_reading_and_leaves_nothing()
    {
        var read = 0;
        var draft = new SearchDraft(Mechanisms(int.MaxValue).Select(record => (read++, record).record), _folder.Path);
        while (Volatile.Read(ref read) < 10)
        {
            await Task.Delay(1, Cancellation);
        }

        await draft.DisposeAsync();

        var stopped = Volatile.Read(ref read);
        await Task.Delay(20, Cancellation);
        Volatile.Read(ref read).ShouldBe(stopped);
        Names().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_ends_it()
    {
        await using var connection = await Catalogue();
        await using var draft = new SearchDraft(
            Mechanisms(5).Append(new StoredBody(Collection.Mechanisms, 6, "{"u8.ToArray())),
            _folder.Path
        );

        await Should.ThrowAsync<System.Text.Json.JsonException>(() =>
            draft.Store(connection, transaction: null, release: 1, indexed: null, Cancellation)
        );

        (await Scalar(connection, "SELECT count(*) FROM sqlite_master")).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<StoredBody> Mechanisms(int count) =>
        Enumerable
            .Range(1, count)
            .Select(position => new StoredBody(
                Collection.Mechanisms,
                position,
                Encoding.UTF8.GetBytes($$"""{"id":"m-{{position}}","name":"Calm number{{position}}","codes":[]}""")
            ));

    private static async Task<long> Scalar(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        // The statement is this test's own.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancellation) as long? ?? 0;
    }

    private async Task<SqliteConnection> Catalogue()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("catalogue.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private string[] Names() =>
        [
            .. Directory
                .EnumerateFiles(_folder.Path, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
                .Select(file => Path.GetFileName(file)!),
        ];
}
