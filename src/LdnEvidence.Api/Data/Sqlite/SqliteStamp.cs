using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// A mark in the database file that this build of the program has brought it up to date, so that a later start needs only a look and not the database
/// context, whose making takes longer than the rest of the start.
/// </summary>
internal sealed class SqliteStamp(IOptions<CatalogueOptions> options)
{
    /// <summary>The build, as the number that SQLite keeps for its user.</summary>
    public static readonly int Build = BinaryPrimitives.ReadInt32LittleEndian(
        typeof(SqliteStamp).Assembly.ManifestModule.ModuleVersionId.ToByteArray()
    );

    /// <summary>
    /// A release that another build published may lack what is derived from its rows, and any tool may have dropped a trigger; both are looked for each time.
    /// Tables of the search index and of the migrations have no triggers.
    /// </summary>
    private const string Shortcomings = """
        SELECT (SELECT count(*) = 0 FROM releases)
             + (SELECT count(*) FROM releases
                 WHERE number NOT IN (SELECT release_number FROM list_columns)
                    OR 'search_' || number NOT IN (SELECT name FROM sqlite_master))
             + (SELECT count(*) FROM sqlite_master AS kept
                 WHERE kept.type = 'table' AND kept.name NOT LIKE 'search\_%' ESCAPE '\'
                   AND kept.name NOT LIKE '\_\_%' ESCAPE '\' AND kept.name NOT LIKE 'sqlite\_%' ESCAPE '\'
                   AND (SELECT count(*) FROM sqlite_master AS guard WHERE guard.type = 'trigger' AND guard.tbl_name = kept.name)
                       < CASE kept.name WHEN 'list_columns' THEN 2 ELSE 3 END)
        """;

    /// <summary>Whether the file needs nothing before it is served.</summary>
    public bool Holds()
    {
        try
        {
            using var connection = Open();
            return Scalar(connection, "PRAGMA application_id") == SqliteDatabase.ApplicationId
                && Scalar(connection, "PRAGMA user_version") == Build
                && Scalar(connection, Shortcomings) == 0;
        }
        catch (SqliteException)
        {
            // Whatever is wrong is found, and said, by the thorough look that comes next.
            return false;
        }
    }

    /// <summary>Marks the file; one that cannot be marked is looked at thoroughly every time.</summary>
    public void Set()
    {
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA user_version = {Build.ToString(CultureInfo.InvariantCulture)}";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // It may be read-only, which hinders nothing else.
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = options.Value.DatabaseFile,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = 5,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
