using LdnEvidence.Api.Data.Search;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// Marks what matches in a few records. The index itself keeps no texts, so these records are indexed once more in memory, by the same rules, and
/// forgotten again.
/// </summary>
internal sealed class SearchMarks : IDisposable
{
    private readonly SqliteConnection _memory = new("Data Source=:memory:;Pooling=False");

    public SearchMarks()
    {
        _memory.Open();
        using var create = _memory.CreateCommand();
        create.CommandText = $"CREATE VIRTUAL TABLE marks USING fts5({SearchSql.ColumnList}, {SearchSql.Tokenizer})";
        create.ExecuteNonQuery();
    }

    /// <summary>The texts of the records that match, with marks; nothing for those that do not.</summary>
    public Dictionary<int, string?[]> Mark(string match, IReadOnlyDictionary<int, string?[]> texts)
    {
        using var transaction = _memory.BeginTransaction();
        Insert(transaction, texts);
        var marked = Select(transaction, match);
        transaction.Rollback();
        return marked;
    }

    public void Dispose() => _memory.Dispose();

    private void Insert(SqliteTransaction transaction, IReadOnlyDictionary<int, string?[]> texts)
    {
        using var insert = SearchSql.Insert(_memory, "marks");
        insert.Transaction = transaction;
        foreach (var (position, columns) in texts)
        {
            SearchSql.Fill(insert, position, columns);
            insert.ExecuteNonQuery();
        }
    }

    private Dictionary<int, string?[]> Select(SqliteTransaction transaction, string match)
    {
        using var select = _memory.CreateCommand();
        select.Transaction = transaction;
        var columns = SearchTexts.Columns.Select((_, index) => $"highlight(marks, {index}, char(1), char(2))");
        select.CommandText = $"SELECT rowid, {string.Join(", ", columns)} FROM marks WHERE marks MATCH @match";
        select.Parameters.AddWithValue("@match", match);
        var marked = new Dictionary<int, string?[]>();
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            marked.Add(reader.GetInt32(0), SearchSql.ReadColumns(reader));
        }

        return marked;
    }
}
