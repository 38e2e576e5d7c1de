using System.Data.Common;
using System.Globalization;
using LdnEvidence.Api.Data.Search;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>The full-text index of one release.</summary>
internal sealed class SearchIndex(DbConnection connection, DbTransaction? transaction, int release)
{
    /// <summary>So many records are indexed by one statement; between two of them the work can be cancelled, and its progress is told.</summary>
    private const int Batch = 4_000;

    /// <summary>
    /// Bytes that are gathered in memory before they are written. With FTS5's own default of 1 MB the pieces are merged many times over; in this many, the words of
    /// a hundred thousand claims are one piece from the start.
    /// </summary>
    private const int Gathered = 128 * 1024 * 1024;

    private readonly string _table = SearchSql.Table(release);

    public async Task<bool> Exists(CancellationToken cancellationToken) =>
        await Scalar(
            $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{_table}'",
            cancellationToken
        ) > 0;

    public async Task Build(Action<int, int>? indexed, CancellationToken cancellationToken)
    {
        // The index and a search must fold letters alike, so both call the same code.
        ((SqliteConnection)connection).CreateFunction(
            "search_text",
            (string? text) => text is null ? null : Excerpt.Indexed(text),
            isDeterministic: true
        );
        await Execute(SearchSql.Create(release), cancellationToken);
        await Execute(
            $"INSERT INTO {_table} ({_table}, rank) VALUES ('hashsize', {Number(Gathered)})",
            cancellationToken
        );
        var sizes = new Dictionary<Collection, long>();
        foreach (var collection in SearchSources.Searched)
        {
            sizes[collection] = await Size(collection, cancellationToken);
        }

        var (done, total) = (0, (int)sizes.Values.Sum());
        foreach (var (collection, size) in sizes)
        {
            await Index(collection, size, count => indexed?.Invoke(done += count, total), cancellationToken);
        }

        // One piece instead of several: every search looks into each.
        await Execute($"INSERT INTO {_table} ({_table}) VALUES ('optimize')", cancellationToken);
    }

    private Task<long> Size(Collection collection, CancellationToken cancellationToken) =>
        Scalar(
            $"SELECT coalesce(max(position), 0) FROM {SearchSources.TableOf(collection)} WHERE release_number = {Number(release)}",
            cancellationToken
        );

    private async Task Index(Collection collection, long size, Action<int> indexed, CancellationToken cancellationToken)
    {
        await using var insert = Command(
            $"INSERT INTO {_table} (rowid, {SearchSql.ColumnList}) "
                + $"SELECT {Number(SearchSql.FirstRow(collection))} + position, "
                + string.Join(", ", SearchSources.Columns.Select(column => $"search_text({column})"))
                + $" FROM ({SearchSources.Of(collection)}) ORDER BY position"
        );
        var (from, to) = (Parameter(insert, "@from"), Parameter(insert, "@to"));
        Parameter(insert, "@release").Value = release;
        for (var first = 0L; first < size; first += Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (from.Value, to.Value) = (first, first + Batch);
            indexed(await insert.ExecuteNonQueryAsync(cancellationToken));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> Scalar(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
