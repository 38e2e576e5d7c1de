using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// The database file, and how this process reads it. Usually SQLite keeps an index of the write-ahead log beside the file, which all processes share. Where
/// the folder cannot be written or the disk is full it cannot, and the file is read without locks instead, with an index in memory.
/// </summary>
internal sealed class SqliteFile(IOptions<CatalogueOptions> options) : CatalogueSource
{
    /// <summary>SQLite's errors that can mean that nothing may be written: read-only, input or output, cannot open.</summary>
    private static readonly int[] MayBeReadable = [8, 10, 14];

    /// <summary>SQLITE_FCNTL_HAS_MOVED: whether a file is no longer where it was opened.</summary>
    private const int HasMoved = 20;

    private static readonly string WithoutLocks = OperatingSystem.IsWindows() ? "win32-none" : "unix-none";

    private readonly Lock _looking = new();
    private Access? _access;
    private SqliteConnection? _kept;
    private volatile bool _isDisplaced;
    private (DateTime, long, long) _written;

    public string Path => options.Value.DatabaseFile;

    public override string Place => Path;

    /// <summary>Why the file can be read only without locks; null where it is read in the usual way.</summary>
    public Exception? Obstacle => Current.Obstacle;

    public override string? ReadOnlyBecause => Current.ReadOnlyBecause;

    public override string ConnectionString => Reading(Obstacle is not null);

    /// <summary>The file as <c>ATTACH</c> names it, to be read only.</summary>
    public string Uri => UriOf(withoutLocks: Obstacle is not null);

    public override bool IsDisplaced()
    {
        if (Obstacle is not null)
        {
            ReopenIfWritten();
            return !File.Exists(Path);
        }

        _kept ??= (SqliteConnection)OpenConnection();
        _isDisplaced = FileControl(_kept.Handle!, name: null, HasMoved, out var hasMoved) == 0 && hasMoved != 0;
        return _isDisplaced;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _kept?.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        if (_isDisplaced)
        {
            // SQLite must not open another file under the name of one that this process has open: both would share one index of their logs.
            throw new SqliteException("The file was moved, deleted or replaced.", raw.SQLITE_CANTOPEN);
        }

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

    /// <summary>Without locks, nothing else says that another process has written.</summary>
    private void ReopenIfWritten()
    {
        var (file, log) = (new FileInfo(Path), new FileInfo(Path + "-wal"));
        var written = file.Exists ? (file.LastWriteTimeUtc, file.Length, log.Exists ? log.Length : 0) : default;
        if (written != _written)
        {
            _written = written;
            Reopen();
        }
    }

    /// <summary>https://www.sqlite.org/c3ref/file_control.html; the package does not have it.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 connection, byte[]? name, int operation, out int answer);

    private Access Current
    {
        get
        {
            lock (_looking)
            {
                return _access ??= Look();
            }
        }
    }

    private Access Look()
    {
        if (!File.Exists(Path))
        {
            return new Access(Obstacle: null, ReadOnlyBecause: null);
        }

        if (Read(withoutLocks: false, out var isReadOnly) is not { } failure)
        {
            return new Access(Obstacle: null, isReadOnly ? "the file cannot be written" : null);
        }

        return MayBeReadable.Contains(failure.SqliteErrorCode) && Read(withoutLocks: true, out _) is null
            ? new Access(failure, Reason(failure.SqliteErrorCode))
            : new Access(Obstacle: null, ReadOnlyBecause: null);
    }

    private SqliteException? Read(bool withoutLocks, out bool isReadOnly)
    {
        isReadOnly = withoutLocks;
        try
        {
            using var connection = new SqliteConnection(Reading(withoutLocks));
            connection.Open();
            Execute(
                connection,
                (withoutLocks ? "PRAGMA locking_mode = EXCLUSIVE; " : string.Empty)
                    + "SELECT count(*) FROM sqlite_master"
            );
            isReadOnly = raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
            return null;
        }
        catch (SqliteException failure)
        {
            return failure;
        }
    }

    private static string Reason(int sqliteErrorCode) =>
        sqliteErrorCode == 10 ? "its disk is full or takes no writes" : "its folder cannot be written";

    private string Reading(bool withoutLocks) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = withoutLocks ? UriOf(withoutLocks) : Path,
            // Whoever reads may have to undo what a killed process left half done, but makes no file where there is none.
            Mode = withoutLocks ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            // Seconds to wait for another process's write before giving up.
            DefaultTimeout = 5,
        }.ConnectionString;

    /// <summary>
    /// https://www.sqlite.org/uri.html. Without locks, a log that has content is indexed in memory; where there is none, SQLite must not look for it, since it would
    /// make an empty one.
    /// </summary>
    private string UriOf(bool withoutLocks)
    {
        var path = string.Join('/', Path.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));
        var how =
            !withoutLocks ? string.Empty
            : new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 } ? $"&vfs={WithoutLocks}"
            : "&immutable=1";
        return $"file:{path}?mode=ro{how}";
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Access(Exception? Obstacle, string? ReadOnlyBecause);
}
