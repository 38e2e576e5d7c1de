using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// Reads documents through one handle that is moved from row to row (https://www.sqlite.org/c3ref/blob_reopen.html): a statement a row, or one that names
/// them all, takes about twice as long. The package's own blob stream cannot be moved. Opening the handle takes longer than the read of one document,
/// so it stays open.
/// </summary>
internal sealed class SqliteDocuments(SqliteFile file) : IStoredDocuments
{
    public IDocumentReader Reader() => new MovedHandle(file);

    private sealed class MovedHandle(SqliteFile file) : IDocumentReader
    {
        private SqliteConnection? _connection;
        private sqlite3_blob? _handle;

        public byte[] Read(long key)
        {
            var handle = At(key);
            var document = GC.AllocateUninitializedArray<byte>(raw.sqlite3_blob_bytes(handle));
            Check(raw.sqlite3_blob_read(handle, document, 0));
            return document;
        }

        public void Read(IReadOnlyList<long> keys, DocumentBatch into)
        {
            for (var index = 0; index < keys.Count; index++)
            {
                var handle = At(keys[index]);
                Check(raw.sqlite3_blob_read(handle, into.Add(raw.sqlite3_blob_bytes(handle)), 0));
            }
        }

        public void LetGo()
        {
            _handle?.Dispose();
            _handle = null;
        }

        public void Dispose()
        {
            LetGo();
            _connection?.Dispose();
        }

        private sqlite3_blob At(long key)
        {
            if (_handle is { } kept)
            {
                if (raw.sqlite3_blob_reopen(kept, key) == raw.SQLITE_OK)
                {
                    return kept;
                }

                // The row may have been written since the handle was opened; where it is missing from a new one too, that says so.
                LetGo();
            }

            if (_connection is not { } connection)
            {
                connection = (SqliteConnection)file.OpenConnection();
                _connection = connection;
                // The inner pages of 100,000 documents have room; the others come back too seldom for a larger cache to make a read quicker.
                using var smaller = connection.CreateCommand();
                smaller.CommandText = "PRAGMA cache_size = -1024"; // KiB
                smaller.ExecuteNonQuery();
            }

            Check(raw.sqlite3_blob_open(connection.Handle!, "main", "documents", "document", key, 0, out var handle));
            return _handle = handle;
        }

        private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection!.Handle);
    }
}
