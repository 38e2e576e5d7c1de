using System.Data.Common;
using LdnEvidence.Api.Data.Files;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Search.Tokens;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// Makes the full-text index of a release in a database of its own, while the connection that publishes the release writes rows, and copies the tables in
/// which FTS5 keeps it (https://www.sqlite.org/fts5.html#fts5_data_structures). Both are made by the same library with the same options.
/// </summary>
internal sealed class SearchDraft : ISearchDraft
{
    /// <summary>
    /// Bytes that are gathered before they are put in order. With FTS5's own default of 1 MB the pieces are merged many times over; in this many, the
    /// words of a hundred thousand claims are one piece from the start.
    /// </summary>
    private const int Gathered = 128 * 1024 * 1024;

    private const string Table = "draft";

    /// <summary>What FTS5 keeps an index in. Its configuration is not copied: the table that is filled has its own.</summary>
    private static readonly string[] Parts = ["data", "idx", "docsize"];

    private readonly string _file;
    private readonly SqliteConnection _own;
    private readonly CancellationTokenSource _givenUp = new();
    private readonly Task _filled;
    private int _indexed;

    /// <param name="records">The records, as <see cref="ICatalogueSearch.Draft"/> wants them.</param>
    /// <param name="folder">A folder that has room for the index: that of the catalogue.</param>
    public SearchDraft(IEnumerable<StoredBody> records, string folder)
    {
        _file = Path.Combine(folder, $".words-{Guid.NewGuid():N}");
        _own = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ConnectionString
        );
        _filled = Task.Factory.StartNew(
            () => Fill(records),
            _givenUp.Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    public async Task Store(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        Action<int>? indexed,
        CancellationToken cancellationToken
    )
    {
        while (await Task.WhenAny(_filled, Task.Delay(100, cancellationToken)) != _filled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            indexed?.Invoke(Volatile.Read(ref _indexed));
        }

        await _filled;
        indexed?.Invoke(_indexed);
        // In this database, where another is attached that has the table, too.
        await using var create = connection.CreateCommand();
        create.Transaction = transaction;
        create.CommandText =
            $"DROP TABLE IF EXISTS main.{SearchSql.Table(release)}; {SearchSql.Create(SearchSql.Table(release))}";
        await create.ExecuteNonQueryAsync(cancellationToken);
        foreach (var part in Parts)
        {
            await Copy(part, connection, transaction, release, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _givenUp.CancelAsync();
        // Nobody may still be reading records when the draft is given up; what that comes to no longer matters.
        await Task.WhenAny(_filled);
        await _own.DisposeAsync();
        File.Delete(_file);
        _givenUp.Dispose();
    }

    private void Fill(IEnumerable<StoredBody> records)
    {
        // Created here, since SQLite would let everybody read it.
        new FileStream(_file, OwnFiles.Options(FileMode.CreateNew, FileShare.None)).Dispose();
        _own.Open();
        // Nothing of it outlives the process, so nothing is written twice, waited for or undone.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("PRAGMA temp_store = MEMORY");
        Execute("PRAGMA cache_size = -8192"); // KiB
        Execute(SearchSql.Create(Table));
        Execute($"INSERT INTO {Table} ({Table}, rank) VALUES ('hashsize', {Gathered})");
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name here, and without one nothing is left of it even where the process is killed.
            File.Delete(_file);
        }

        using var transaction = _own.BeginTransaction();
        using var insert = SearchSql.Insert(_own, Table);
        insert.Transaction = transaction;
        var tokenizer = new Tokenizer();
        var named = new Dictionary<(Collection, string), IReadOnlyList<string>>();
        var texts = new SearchTexts((collection, id) => named.GetValueOrDefault((collection, id), []));
        foreach (var (collection, position, body) in records)
        {
            _givenUp.Token.ThrowIfCancellationRequested();
            if (collection is Collection.Conditions or Collection.Mechanisms or Collection.Outcomes)
            {
                var (id, names) = SearchTexts.NamesOf(body);
                named[(collection, id)] = names;
            }

            SearchSql.Fill(insert, SearchSql.FirstRow(collection) + position, texts.Of(collection, body), tokenizer);
            insert.ExecuteNonQuery();
            Volatile.Write(ref _indexed, _indexed + 1);
        }

        transaction.Commit();
        // One piece instead of several: every search looks into each.
        Execute($"INSERT INTO {Table} ({Table}) VALUES ('optimize')");
    }

    private async Task Copy(
        string part,
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        CancellationToken cancellationToken
    )
    {
        await using var select = _own.CreateCommand();
        select.CommandText = $"SELECT * FROM {Table}_{part}";
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var columns = Enumerable.Range(0, reader.FieldCount).Select(index => $"@p{index}").ToList();
        // A new table is not quite empty: it has a row that says so.
        insert.CommandText =
            $"INSERT OR REPLACE INTO {SearchSql.Table(release)}_{part} VALUES ({string.Join(", ", columns)})";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = column;
            insert.Parameters.Add(parameter);
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            for (var index = 0; index < columns.Count; index++)
            {
                insert.Parameters[index].Value = reader.GetValue(index);
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private void Execute(string sql)
    {
        using var command = _own.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
