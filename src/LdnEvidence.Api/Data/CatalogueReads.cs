using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.ObjectPool;

namespace LdnEvidence.Api.Data;

/// <summary>
/// The few reads that nearly every request makes, as prepared commands on connections that stay open: composing the same query through the database
/// context costs several times the read itself. Synchronous, because a read takes microseconds and SQLite has no asynchronous I/O; no connection is
/// held while an answer is sent.
/// </summary>
internal sealed class CatalogueReads(DbDataSource source) : IDisposable
{
    private readonly ObjectPool<Session> _sessions = new DefaultObjectPoolProvider
    {
        MaximumRetained = Environment.ProcessorCount * 2,
    }.Create(new Sessions(source));

    /// <summary>The stored body of one record.</summary>
    public byte[]? Document(Collection collection, int release, string id) =>
        Use(session => session.Read(Statement.Document(collection), release, id));

    /// <summary>The stored bodies of records at these positions, in the order of the list.</summary>
    public IReadOnlyList<byte[]> Documents(Collection collection, int release, IReadOnlyList<int> positions) =>
        Use(session =>
        {
            var found = new List<(int Position, byte[] Document)>(positions.Count);
            for (var index = 0; index < positions.Count; )
            {
                var run = Run(positions, index);
                if (run > 1)
                {
                    session.ReadAll(
                        Statement.DocumentsBetween(collection),
                        found,
                        [release, positions[index], positions[index + run - 1]]
                    );
                    index += run;
                    continue;
                }

                // One statement for several places costs far less than a statement each; those left over name the last place again.
                var places = new object[Statement.Places + 1];
                places[0] = release;
                var taken = 0;
                while (taken < Statement.Places && index < positions.Count && Run(positions, index) == 1)
                {
                    places[++taken] = positions[index++];
                }

                Array.Fill(places, places[taken], taken + 1, Statement.Places - taken);
                session.ReadAll(Statement.DocumentsAt(collection), found, places);
            }

            return InOrder(found, positions);
        });

    /// <summary>The position of one record, or 0 where there is none.</summary>
    public int Position(Collection collection, int release, string id) =>
        Use(session => Convert.ToInt32(session.Scalar(Statement.Position(collection), release, id) ?? 0, null));

    /// <summary>The id of the record at a position.</summary>
    public string Id(Collection collection, int release, int position) =>
        Use(session => (string)session.Scalar(Statement.Id(collection), release, position)!);

    /// <summary>How many records a collection has.</summary>
    public int Size(Collection collection, int release) =>
        Use(session => Convert.ToInt32(session.Scalar(Statement.Size(collection), release) ?? 0, null));

    /// <summary>A stored column of a collection's lists.</summary>
    public byte[]? Column(Collection collection, int release, string name) =>
        Use(session => session.Read(Statement.Column, release, (int)collection, name));

    /// <summary>The number of the newest release, or 0 where there is none.</summary>
    public int LatestRelease() => Use(session => Convert.ToInt32(session.Scalar(Statement.LatestRelease) ?? 0, null));

    /// <summary>Reads rows with a command of the caller's; for what is read once, not for each request.</summary>
    public List<T> List<T>(string sql, Func<DbDataReader, T> read) => Use(session => session.List(sql, read));

    public void Dispose() => (_sessions as IDisposable)?.Dispose();

    /// <summary>How many positions from here on follow each other without a gap.</summary>
    private static int Run(IReadOnlyList<int> positions, int start)
    {
        var end = start + 1;
        while (end < positions.Count && positions[end] == positions[end - 1] + 1)
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The database gives what it finds in the order of positions; a list may want another.</summary>
    private static IReadOnlyList<byte[]> InOrder(
        List<(int Position, byte[] Document)> found,
        IReadOnlyList<int> positions
    )
    {
        for (var index = 0; index < positions.Count; index++)
        {
            if (index >= found.Count || found[index].Position != positions[index])
            {
                var byPosition = found.ToDictionary(record => record.Position, record => record.Document);
                return [.. positions.Select(position => byPosition[position])];
            }
        }

        return found.ConvertAll(record => record.Document);
    }

    private T Use<T>(Func<Session, T> work)
    {
        var session = _sessions.Get();
        var isSound = false;
        try
        {
            var result = work(session);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound)
            {
                _sessions.Return(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    private sealed class Sessions(DbDataSource source) : PooledObjectPolicy<Session>
    {
        public override Session Create() => new(source.OpenConnection());

        public override bool Return(Session obj) => true;
    }

    /// <summary>One connection with the commands that were prepared on it.</summary>
    private sealed class Session(DbConnection connection) : IDisposable
    {
        private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

        public byte[]? Read(string sql, params ReadOnlySpan<object> values)
        {
            using var reader = Command(sql, values).ExecuteReader();
            return reader.Read() ? reader.GetFieldValue<byte[]>(0) : null;
        }

        public void ReadAll(string sql, List<(int Position, byte[] Document)> into, ReadOnlySpan<object> values)
        {
            using var reader = Command(sql, values).ExecuteReader();
            while (reader.Read())
            {
                into.Add((reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));
            }
        }

        public object? Scalar(string sql, params ReadOnlySpan<object> values) =>
            Command(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

        public List<T> List<T>(string sql, Func<DbDataReader, T> read)
        {
            var rows = new List<T>();
            using var reader = Command(sql, []).ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            connection.Dispose();
        }

        private DbCommand Command(string sql, ReadOnlySpan<object> values)
        {
            if (!_commands.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                for (var index = 0; index < values.Length; index++)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@p{index}";
                    parameter.Value = values[index];
                    command.Parameters.Add(parameter);
                }

                command.Prepare();
                _commands.Add(sql, command);
                return command;
            }

            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = values[index];
            }

            return command;
        }
    }

    /// <summary>The texts of the commands. Every provider understands them.</summary>
    private static class Statement
    {
        public const string Column =
            "SELECT content FROM list_columns WHERE release_number = @p0 AND collection = @p1 AND name = @p2";

        public const string LatestRelease = "SELECT max(number) FROM releases";

        /// <summary>How many places one statement names: a page of the default size and one record more.</summary>
        public const int Places = 21;

        private static readonly string AtPlaces =
            $"SELECT position, document FROM {{0}} WHERE release_number = @p0 AND position IN ({string.Join(", ", Enumerable.Range(1, Places).Select(place => $"@p{place}"))}) ORDER BY position";

        private static readonly ConcurrentDictionary<(Collection, string), string> Texts = new();

        public static string Document(Collection collection) =>
            Of(collection, "SELECT document FROM {0} WHERE release_number = @p0 AND id = @p1");

        public static string DocumentsAt(Collection collection) => Of(collection, AtPlaces);

        public static string DocumentsBetween(Collection collection) =>
            Of(
                collection,
                "SELECT position, document FROM {0} WHERE release_number = @p0 AND position BETWEEN @p1 AND @p2 ORDER BY position"
            );

        public static string Position(Collection collection) =>
            Of(collection, "SELECT position FROM {0} WHERE release_number = @p0 AND id = @p1");

        public static string Id(Collection collection) =>
            Of(collection, "SELECT id FROM {0} WHERE release_number = @p0 AND position = @p1");

        public static string Size(Collection collection) =>
            Of(collection, "SELECT max(position) FROM {0} WHERE release_number = @p0");

        private static string Of(Collection collection, string text) =>
            Texts.GetOrAdd(
                (collection, text),
                static key =>
                {
                    var (collection, text) = key;
                    // A release is its own position, and knows only of those that came before it.
                    return collection == Collection.Releases
                        ? text.Replace("release_number =", "number <=", StringComparison.Ordinal)
                            .Replace("position", "number", StringComparison.Ordinal)
                            .Replace("{0}", "releases", StringComparison.Ordinal)
                        : text.Replace("{0}", TableOf(collection), StringComparison.Ordinal);
                }
            );

        private static string TableOf(Collection collection) =>
            collection switch
            {
                Collection.Conditions => "conditions",
                Collection.Mechanisms => "mechanisms",
                Collection.Outcomes => "outcomes",
                Collection.Studies => "studies",
                Collection.Claims => "claims",
                Collection.EvidenceLevels => "evidence_levels",
                Collection.SourceDocuments => "source_documents",
                _ => throw new ArgumentOutOfRangeException(nameof(collection), collection, null),
            };
    }
}
