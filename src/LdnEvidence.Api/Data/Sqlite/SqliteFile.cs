using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// The database file, and how this process reads it. Usually SQLite keeps an index of the write-ahead log beside the file, which all processes share. Where
/// the folder cannot be written or the disk is full it cannot, and the file is read without locks instead, with an index in memory.
/// </summary>
internal sealed class SqliteFile(IOptions<CatalogueOptions> options) : DbDataSource
{
    /// <summary>SQLite's errors that can mean that nothing may be written: read-only, input or output, cannot open.</summary>
    private static readonly int[] MayBeReadable = [8, 10, 14];

    private static readonly string WithoutLocks = OperatingSystem.IsWindows() ? "win32-none" : "unix-none";

    private readonly Lock _looking = new();
    private bool _isKnown;
    private Exception? _obstacle;

    public string Path => options.Value.DatabaseFile;

    /// <summary>Why the file can only be read, and only without locks; null where it is read in the usual way.</summary>
    public Exception? Obstacle
    {
        get
        {
            lock (_looking)
            {
                if (!_isKnown)
                {
                    (_obstacle, _isKnown) = (Look(), true);
                }

                return _obstacle;
            }
        }
    }

    public override string ConnectionString => Reading(Obstacle is not null);

    /// <summary>The file as <c>ATTACH</c> names it, to be read only.</summary>
    public string Uri =>
        $"file:{string.Join('/', Path.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString))}?mode=ro"
        + (Obstacle is null ? string.Empty : $"&vfs={WithoutLocks}");

    /// <summary>Looks anew, at the next use, how the file can be read.</summary>
    public void Forget()
    {
        lock (_looking)
        {
            _isKnown = false;
        }
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var isLocked = Obstacle is null;
        var connection = new SqliteConnection(Reading(!isLocked));
        try
        {
            connection.Open();
            if (!isLocked)
            {
                Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Exception? Look()
    {
        if (!File.Exists(Path) || Read(withoutLocks: false) is not { } failure)
        {
            return null;
        }

        return MayBeReadable.Contains(failure.SqliteErrorCode) && Read(withoutLocks: true) is null ? failure : null;
    }

    private SqliteException? Read(bool withoutLocks)
    {
        try
        {
            using var connection = new SqliteConnection(Reading(withoutLocks));
            connection.Open();
            Execute(
                connection,
                (withoutLocks ? "PRAGMA locking_mode = EXCLUSIVE; " : string.Empty)
                    + "SELECT count(*) FROM sqlite_master"
            );
            return null;
        }
        catch (SqliteException failure)
        {
            return failure;
        }
    }

    private string Reading(bool withoutLocks)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            // Whoever reads may have to undo what a killed process left half done, but makes no file where there is none.
            Mode = withoutLocks ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            // Seconds to wait for another process's write before giving up.
            DefaultTimeout = 5,
        };
        if (withoutLocks)
        {
            settings.Vfs = WithoutLocks;
        }

        return settings.ConnectionString;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
