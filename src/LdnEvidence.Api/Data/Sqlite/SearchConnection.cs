using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>A connection that stays open, with the commands that were prepared on it. One thread uses it at a time.</summary>
internal sealed class SearchConnection : IDisposable
{
    /// <summary>Callers may name any release, so no more than this many commands stay prepared.</summary>
    private const int MaximumPrepared = 32;

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly SqliteConnection _connection;

    public SearchConnection(SqliteFile file)
    {
        Generation = file.Generation;
        _connection = (SqliteConnection)file.OpenConnection();
        // A search goes down the index once and does not come back to what it read; a larger cache is filled all the same, and makes no search quicker.
        using var smaller = _connection.CreateCommand();
        smaller.CommandText = "PRAGMA cache_size = -512"; // KiB
        smaller.ExecuteNonQuery();
    }

    /// <summary>What the number of the file was when this was opened.</summary>
    public int Generation { get; }

    /// <summary>A command with these parameters, prepared before its second use at the latest.</summary>
    public SqliteCommand Prepared(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            if (_prepared.Count == MaximumPrepared)
            {
                Forget();
            }

            command = _connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        for (var index = 0; index < parameters.Length; index++)
        {
            var (name, value) = parameters[index];
            if (command.Parameters.Count > index)
            {
                command.Parameters[index].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        return command;
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }
}
