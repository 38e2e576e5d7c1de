using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>How SQLite itself is set up, once a process and before anything is opened.</summary>
internal static class SqliteEngine
{
    /// <summary>SQLITE_CONFIG_MULTITHREAD: connections on different threads, but none on two threads at once, so that a call takes no lock.</summary>
    private const int OneThreadAConnection = 2;

    /// <summary>SQLITE_CONFIG_MEMSTATUS: whether memory is counted, under one lock for the process.</summary>
    private const int CountMemory = 9;

    private static readonly Lazy<bool> SetUp = new(() =>
    {
        Batteries_V2.Init();
        // Refused, to no harm, where something in the process has used SQLite already (https://www.sqlite.org/c3ref/config.html).
        return raw.sqlite3_config(OneThreadAConnection) == raw.SQLITE_OK
            && raw.sqlite3_config(CountMemory, 0) == raw.SQLITE_OK;
    });

    /// <summary>Leaves out what SQLite does for programs that share a connection between threads: this one never does.</summary>
    public static void Prepare() => _ = SetUp.Value;
}
