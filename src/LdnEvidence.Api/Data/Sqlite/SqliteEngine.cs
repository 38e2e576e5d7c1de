using SQLitePCL;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>How SQLite itself is set up, once a process and before anything is opened.</summary>
internal static class SqliteEngine
{
    /// <summary>SQLITE_CONFIG_MEMSTATUS: whether memory is counted, under one lock for the process that each of its many small allocations takes.</summary>
    private const int CountMemory = 9;

    private static readonly Lazy<bool> SetUp = new(() =>
    {
        Batteries_V2.Init();
        // Refused, to no harm, where something in the process has used SQLite already (https://www.sqlite.org/c3ref/config.html).
        return raw.sqlite3_config(CountMemory, 0) == raw.SQLITE_OK;
    });

    /// <summary>Leaves out the counting of memory, which nobody asks for.</summary>
    public static void Prepare() => _ = SetUp.Value;
}
