using System.Collections.Concurrent;
using System.Data.Common;
using LdnEvidence.Api.Data.Search;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Full-text search with SQLite's FTS5.</summary>
internal sealed class SqliteSearch(IOptions<CatalogueOptions> options) : ICatalogueSearch, IDisposable
{
    /// <summary>More connections than this are not kept open.</summary>
    private static readonly int MaximumIdle = Environment.ProcessorCount * 2;

    private readonly ConcurrentBag<SearchConnection> _idle = [];

    /// <summary>Ranking costs some three microseconds a match, so that no search can take much longer than a tenth of a second.</summary>
    public int RankedAtMost { get; init; } = 50_000;

    public void Find(int release, Collection collection, SearchExpression expression, List<int> positions) =>
        Read(SearchSql.Find(release), collection, expression, SearchSql.LastRow(collection), positions);

    public void Rank(int release, Collection collection, SearchExpression expression, List<int> positions)
    {
        var all = new List<int>();
        Find(release, collection, expression, all);
        if (all.Count == 0)
        {
            return;
        }

        var last = all[Math.Min(all.Count, RankedAtMost) - 1];
        Read(SearchSql.Rank(release), collection, expression, SearchSql.FirstRow(collection) + last, positions);
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
            var texts = new Dictionary<int, string?[]>();
            foreach (var position in positions)
            {
                using var reader = connection
                    .Prepared(
                        SearchSources.Of(collection),
                        ("@release", release),
                        ("@from", position - 1),
                        ("@to", position)
                    )
                    .ExecuteReader();
                if (reader.Read())
                {
                    texts[position] = SearchSql.ReadColumns(reader);
                }
            }

            var snippets = new Dictionary<int, string>();
            foreach (var (position, marked) in connection.Marks.Mark(SearchSql.Match(expression), texts))
            {
                if (Excerpt.Of(texts[position].Zip(marked)) is { } excerpt)
                {
                    snippets.Add(position, excerpt);
                }
            }

            return snippets;
        });

    public Task Build(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        Action<int, int>? indexed,
        CancellationToken cancellationToken
    ) => new SearchIndex(connection, transaction, release).Build(indexed, cancellationToken);

    public Task<bool> IsBuilt(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        CancellationToken cancellationToken
    ) => new SearchIndex(connection, transaction, release).Exists(cancellationToken);

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void Read(
        string sql,
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
                    ("@match", SearchSql.Match(expression)),
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

    /// <summary>A connection that failed is not used again.</summary>
    private TResult Use<TResult>(Func<SearchConnection, TResult> work)
    {
        var connection = _idle.TryTake(out var idle) ? idle : new SearchConnection(options.Value.DatabaseFile);
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
