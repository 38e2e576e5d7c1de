using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// Reads documents through one handle that is moved from row to row (https://www.sqlite.org/c3ref/blob_reopen.html): a statement a row, or one that names
/// them all, takes about twice as long. The package's own blob stream cannot be moved.
/// </summary>
internal sealed class SqliteDocuments : IStoredDocuments
{
    public void Read(DbConnection connection, IReadOnlyList<long> keys, DocumentBatch into)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var database = ((SqliteConnection)connection).Handle!;
        Check(raw.sqlite3_blob_open(database, "main", "documents", "document", keys[0], 0, out var blob), database);
        using (blob)
        {
            for (var index = 0; index < keys.Count; index++)
            {
                if (index > 0)
                {
                    Check(raw.sqlite3_blob_reopen(blob, keys[index]), database);
                }

                Check(raw.sqlite3_blob_read(blob, into.Add(raw.sqlite3_blob_bytes(blob)), 0), database);
            }
        }
    }

    public byte[] Read(DbConnection connection, long key)
    {
        var database = ((SqliteConnection)connection).Handle!;
        Check(raw.sqlite3_blob_open(database, "main", "documents", "document", key, 0, out var blob), database);
        using (blob)
        {
            var document = GC.AllocateUninitializedArray<byte>(raw.sqlite3_blob_bytes(blob));
            Check(raw.sqlite3_blob_read(blob, document, 0), database);
            return document;
        }
    }

    private static void Check(int code, sqlite3 database) => SqliteException.ThrowExceptionForRC(code, database);
}
