using System.Collections.Concurrent;
using System.Data.Common;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;
using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Full-text search with SQLite's FTS5.</summary>
internal sealed class SqliteSearch(SqliteFile file) : ICatalogueSearch, IDisposable
{
    /// <summary>More connections than this are not kept open.</summary>
    private static readonly int MaximumIdle = Environment.ProcessorCount * 2;

    private readonly ConcurrentBag<SearchConnection> _idle = [];

    /// <summary>Ranking costs some three microseconds a match, so that no search can take much longer than a tenth of a second.</summary>
    public int RankedAtMost { get; init; } = 50_000;

    public void Find(int release, Collection collection, SearchExpression expression, List<int> positions) =>
        Read(SearchSql.Find(release), release, collection, expression, SearchSql.LastRow(collection), positions);

    public void Rank(int release, Collection collection, SearchExpression expression, List<int> positions)
    {
        var all = new List<int>();
        Find(release, collection, expression, all);
        if (all.Count == 0)
        {
            return;
        }

        var last = all[Math.Min(all.Count, RankedAtMost) - 1];
        Read(
            SearchSql.Rank(release),
            release,
            collection,
            expression,
            SearchSql.FirstRow(collection) + last,
            positions
        );
        positions.AddRange(all.Skip(RankedAtMost));
    }

    public IReadOnlyDictionary<int, string> Snippets(
        int release,
        Collection collection,
        SearchExpression expression,
        IReadOnlyCollection<int> positions
    ) =>
        Use(connection =>
        {
            var terms = Terms(connection, release, expression);
            var reader = new SearchTexts((kind, id) => Names(connection, release, kind, id));
            var snippets = new Dictionary<int, string>();
            foreach (var position in positions)
            {
                if (
                    Body(connection, release, collection, position) is { } body
                    && Excerpt.Of(reader.Of(collection, body), terms) is { } excerpt
                )
                {
                    snippets.Add(position, excerpt);
                }
            }

            return snippets;
        });

    public ISearchDraft Draft(IEnumerable<StoredBody> records, string? folder = null) =>
        new SearchDraft(records, folder ?? Path.GetDirectoryName(file.Path)!);

    public async Task<bool> IsBuilt(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{SearchSql.Table(release)}'";
        return await command.ExecuteScalarAsync(cancellationToken) as string
            == SearchSql.Create(SearchSql.Table(release));
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void Read(
        string sql,
        int release,
        Collection collection,
        SearchExpression expression,
        long lastRow,
        List<int> positions
    ) =>
        Use(connection =>
        {
            using var reader = connection
                .Prepared(
                    sql,
                    ("@match", SearchSql.Match(Terms(connection, release, expression))),
                    ("@first", SearchSql.FirstRow(collection)),
                    ("@last", lastRow)
                )
                .ExecuteReader();
            if (reader.Read() && !reader.IsDBNull(0))
            {
                // Read where SQLite keeps it: a copy of the hits of a common word is hundreds of kilobytes of garbage.
                Split(raw.sqlite3_column_blob(reader.Handle, 0), positions);
            }

            return positions;
        });

    private static IReadOnlyList<SearchTerm> Terms(
        SearchConnection connection,
        int release,
        SearchExpression expression
    ) =>
        expression.In(word =>
            connection.Prepared(SearchSql.Occurs(release), ("@match", SearchSql.Match(word))).ExecuteScalar() is 1L
        );

    private static byte[]? Body(SearchConnection connection, int release, Collection collection, int position) =>
        connection
            .Prepared(
                "SELECT document FROM documents WHERE key = @key",
                ("@key", DocumentRow.KeyOf(release, collection, position))
            )
            .ExecuteScalar() as byte[];

    private static IReadOnlyList<string> Names(
        SearchConnection connection,
        int release,
        Collection collection,
        string id
    )
    {
        var table = collection switch
        {
            Collection.Conditions => "conditions",
            Collection.Mechanisms => "mechanisms",
            _ => "outcomes",
        };
        var position = connection
            .Prepared(
                $"SELECT position FROM {table} WHERE release_number = @release AND id = @id",
                ("@release", release),
                ("@id", id)
            )
            .ExecuteScalar();
        return position is long found && Body(connection, release, collection, (int)found) is { } body
            ? SearchTexts.NamesOf(body).Names
            : [];
    }

    /// <summary>Reads numbers that are separated by commas.</summary>
    private static void Split(ReadOnlySpan<byte> text, List<int> positions)
    {
        var position = 0;
        foreach (var letter in text)
        {
            if (letter == ',')
            {
                positions.Add(position);
                position = 0;
            }
            else
            {
                position = position * 10 + (letter - '0');
            }
        }

        positions.Add(position);
    }

    /// <summary>An idle connection, unless the file is to be opened anew.</summary>
    private SearchConnection Current()
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.Generation == file.Generation)
            {
                return idle;
            }

            idle.Dispose();
        }

        return new SearchConnection(file);
    }

    /// <summary>A connection that failed is not used again.</summary>
    private TResult Use<TResult>(Func<SearchConnection, TResult> work)
    {
        var connection = Current();
        var isSound = false;
        try
        {
            var result = work(connection);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && _idle.Count < MaximumIdle)
            {
                _idle.Add(connection);
            }
            else
            {
                connection.Dispose();
            }
        }
    }
}
