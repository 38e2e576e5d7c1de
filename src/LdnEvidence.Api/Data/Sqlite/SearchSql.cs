using System.Globalization;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Search.Tokens;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// The SQL of the full-text index. Each release has a table of its own, so that the statistics by which matches are ranked stay as they were when the
/// release was published. The row id is the collection in the upper half and the position in the lower: a collection is a range of row ids, and
/// matches come in the default order of the collection without being sorted.
/// </summary>
internal static class SearchSql
{
    /// <summary>The store parts words at spaces and changes none: what a word is, the tokenizer has decided.</summary>
    private const string Tokens = "tokenize = \"ascii tokenchars '.'\"";

    private const int CollectionShift = 32;

    public static string ColumnList { get; } = string.Join(", ", SearchTexts.Columns);

    public static string Table(int release) => string.Create(CultureInfo.InvariantCulture, $"search_{release}");

    /// <summary>
    /// No texts are kept (content = ''): the rows and bodies of the release have them. Beginnings of two letters have an index of their own, since
    /// they would gather thousands of words otherwise. The last column is always empty: its name says which tokenizer the words are from, so that a table
    /// made by another statement is known to be out of date.
    /// </summary>
    public static string Create(string table) =>
        $"CREATE VIRTUAL TABLE {table} USING fts5({ColumnList}, words_{Tokenizer.Version} UNINDEXED, content = '', prefix = '2', {Tokens})";

    /// <summary>A statement that puts the texts of a record into such a table, to be filled with <see cref="Fill"/>.</summary>
    public static SqliteCommand Insert(SqliteConnection connection, string table)
    {
        var insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO {table} (rowid, {ColumnList}) VALUES (@rowid, @{string.Join(", @", SearchTexts.Columns)})";
        insert.Parameters.AddWithValue("@rowid", 0);
        foreach (var column in SearchTexts.Columns)
        {
            insert.Parameters.AddWithValue($"@{column}", DBNull.Value);
        }

        return insert;
    }

    /// <summary>Fills the statement with a row.</summary>
    public static void Fill(SqliteCommand insert, long row, IReadOnlyList<string?> columns, Tokenizer tokenizer)
    {
        insert.Parameters[0].Value = row;
        for (var index = 0; index < columns.Count; index++)
        {
            insert.Parameters[index + 1].Value = columns[index] is { } text
                ? IndexedText.Of(text, tokenizer)
                : DBNull.Value;
        }
    }

    /// <summary>One text with all positions in it, ascending: reading it costs half of what reading so many rows does, and less.</summary>
    public static string Find(int release) => Positions(Table(release), "rowid");

    /// <summary>The same positions, the best match first: the better a match, the lower its score.</summary>
    public static string Rank(int release) =>
        Positions(Table(release), $"bm25({Table(release)}, {SearchTexts.Weights}), rowid");

    public static long FirstRow(Collection collection) => (long)collection << CollectionShift;

    public static long LastRow(Collection collection) => FirstRow(collection) | uint.MaxValue;

    /// <summary>Whether any text of a release has a word.</summary>
    public static string Occurs(int release) =>
        $"SELECT EXISTS (SELECT 1 FROM {Table(release)} WHERE {Table(release)} MATCH @match)";

    /// <summary>A search in the language of FTS5. Its words stand between quotation marks, so nothing in them can be an operator or an error.</summary>
    public static string Match(IEnumerable<SearchTerm> terms) => string.Join(" AND ", terms.Select(Match));

    /// <summary>The search for one word.</summary>
    public static string Match(string word) => $"\"{word}\"";

    private static string Positions(string table, string order) =>
        $"SELECT group_concat(position) FROM (SELECT rowid - @first AS position FROM {table} "
        + $"WHERE {table} MATCH @match AND rowid BETWEEN @first AND @last ORDER BY {order})";

    private static string Match(SearchTerm term)
    {
        var forms = string.Join(
            " OR ",
            term.Forms.Select(form => Match(string.Join(' ', form.Words)) + (form.IsPrefix ? "*" : string.Empty))
        );
        return term.Forms.Count > 1 ? $"({forms})" : forms;
    }
}
