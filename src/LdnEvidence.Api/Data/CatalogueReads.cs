using System.Data.Common;
using LdnEvidence.Api.Data.Rows;
using Microsoft.Extensions.ObjectPool;

namespace LdnEvidence.Api.Data;

/// <summary>
/// The few reads that nearly every request makes, on connections that stay open and with commands that stay prepared: composing the same query through the
/// database context costs several times the read itself. Synchronous, because a read takes microseconds and SQLite has no asynchronous I/O; no connection is
/// held while an answer is sent.
/// </summary>
internal sealed class CatalogueReads(CatalogueSource source, IStoredDocuments documents) : IDisposable
{
    /// <summary>As many can read at one time; more is possible, and costs opening a connection.</summary>
    private static readonly int _kept = Environment.ProcessorCount * 2;

    private readonly ObjectPool<Opened<Session>> _sessions = Pool(source, () => new Session(source.OpenConnection()));

    /// <summary>Apart from the others, since a reader that keeps its view of the database open would not see a release that is published.</summary>
    private readonly ObjectPool<Opened<IDocumentReader>> _readers = Pool(source, documents.Reader);

    /// <summary>The stored bodies of records at these positions, in this order.</summary>
    public DocumentBatch Documents(Collection collection, int release, IReadOnlyList<int> positions)
    {
        var batch = new DocumentBatch(positions.Count);
        AddDocuments(collection, release, positions, batch);
        return batch;
    }

    /// <summary>The stored body of the record at a position.</summary>
    public byte[] Document(Collection collection, int release, int position)
    {
        var key = KeyOf(collection, release, position);
        return Use(_readers, reader => reader.Read(key));
    }

    /// <summary>Adds the stored bodies of records at these positions, in this order, to a batch.</summary>
    public void AddDocuments(Collection collection, int release, IReadOnlyList<int> positions, DocumentBatch into)
    {
        var keys = new long[positions.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = KeyOf(collection, release, positions[index]);
        }

        Use(
            _readers,
            reader =>
            {
                reader.Read(keys, into);
                return true;
            }
        );
    }

    /// <summary>The stored body of one claim or study of a release that need not be open, or null where there is none with this id.</summary>
    public byte[]? Document(Collection collection, int release, string id)
    {
        var sql = collection == Collection.Claims ? Statement.ClaimPosition : Statement.StudyPosition;
        if (Use(_sessions, session => session.Scalar(sql, release, id)) is not { } position)
        {
            return null;
        }

        return Document(collection, release, Convert.ToInt32(position, null));
    }

    /// <summary>How many records a collection has. A release knows only of those that came before it, and of itself.</summary>
    public int Size(Collection collection, int release)
    {
        if (collection == Collection.Releases)
        {
            return release;
        }

        var before = DocumentRow.KeyOf(release, collection, 0);
        var last = Use(_sessions, session => session.Scalar(Statement.LastDocument, before, before + int.MaxValue));
        return last is long key ? (int)(key - before) : 0;
    }

    /// <summary>A stored column of a collection's lists.</summary>
    public byte[]? Column(Collection collection, int release, string name) =>
        Use(_sessions, session => session.Read(Statement.Column, release, (int)collection, name));

    /// <summary>The number of the newest release, or 0 where there is none.</summary>
    public int LatestRelease() =>
        Use(_sessions, session => Convert.ToInt32(session.Scalar(Statement.LatestRelease) ?? 0, null));

    /// <summary>The numbers and digests of all releases, read through a connection of its own from the file that is there now.</summary>
    public List<(int Number, string Digest)> Releases()
    {
        using var session = new Session(source.OpenConnection());
        return session.List(
            "SELECT number, digest FROM releases ORDER BY number",
            row => (row.GetInt32(0), row.GetString(1))
        );
    }

    /// <summary>Reads rows with a command of the caller's; for what is read once, not for each request.</summary>
    public List<T> List<T>(string sql, Func<DbDataReader, T> read) =>
        Use(_sessions, session => session.List(sql, read));

    /// <summary>
    /// Has readers that are not in use close what they keep open. Called several times a second, so that whoever publishes into the same file can soon
    /// merge what was written.
    /// </summary>
    public void LetGo()
    {
        var idle = new List<Opened<IDocumentReader>>(_kept);
        for (var index = 0; index < _kept; index++)
        {
            idle.Add(Current(_readers));
        }

        foreach (var reader in idle)
        {
            reader.Reader.LetGo();
            _readers.Return(reader);
        }
    }

    public void Dispose()
    {
        (_sessions as IDisposable)?.Dispose();
        (_readers as IDisposable)?.Dispose();
    }

    /// <summary>Where a body stands; that of a release is its own.</summary>
    private static long KeyOf(Collection collection, int release, int position) =>
        DocumentRow.KeyOf(collection == Collection.Releases ? position : release, collection, position);

    private T Use<TReader, T>(ObjectPool<Opened<TReader>> readers, Func<TReader, T> work)
        where TReader : class, IDisposable
    {
        var opened = Current(readers);
        var isSound = false;
        try
        {
            var result = work(opened.Reader);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound)
            {
                readers.Return(opened);
            }
            else
            {
                opened.Dispose();
            }
        }
    }

    /// <summary>A reader that was opened since the source was last to be opened anew.</summary>
    private Opened<TReader> Current<TReader>(ObjectPool<Opened<TReader>> readers)
        where TReader : class, IDisposable
    {
        var opened = readers.Get();
        while (opened.Generation != source.Generation)
        {
            opened.Dispose();
            opened = readers.Get();
        }

        return opened;
    }

    private static ObjectPool<Opened<T>> Pool<T>(CatalogueSource source, Func<T> open)
        where T : class, IDisposable =>
        new DefaultObjectPoolProvider { MaximumRetained = _kept }.Create(new Opening<T>(source, open));

    private sealed class Opening<T>(CatalogueSource source, Func<T> open) : PooledObjectPolicy<Opened<T>>
        where T : class, IDisposable
    {
        public override Opened<T> Create() => new(source.Generation, open());

        public override bool Return(Opened<T> obj) => true;
    }

    private sealed class Opened<T>(int generation, T reader) : IDisposable
        where T : class, IDisposable
    {
        public int Generation => generation;

        public T Reader => reader;

        public void Dispose() => reader.Dispose();
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

        public const string ClaimPosition = "SELECT position FROM claims WHERE release_number = @p0 AND id = @p1";

        public const string StudyPosition = "SELECT position FROM studies WHERE release_number = @p0 AND id = @p1";

        public const string LatestRelease = "SELECT max(number) FROM releases";

        public const string LastDocument = "SELECT max(key) FROM documents WHERE key BETWEEN @p0 AND @p1";
    }
}
