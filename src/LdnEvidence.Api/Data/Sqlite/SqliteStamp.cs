using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// A mark in the database file that this build of the program has brought it up to date, so that a later start needs only a look and not the database
/// context, whose making takes longer than the rest of the start.
/// </summary>
internal sealed class SqliteStamp(SqliteFile file)
{
    /// <summary>The build, as the number that SQLite keeps for its user.</summary>
    public static readonly int Build = BinaryPrimitives.ReadInt32LittleEndian(
        typeof(SqliteStamp).Assembly.ManifestModule.ModuleVersionId.ToByteArray()
    );

    /// <summary>
    /// A release that another build published may lack what is derived from its rows, and any tool may have dropped a trigger; both are looked for each time.
    /// Tables of the search index and of the migrations have no triggers.
    /// </summary>
    private const string Shortcomings = $"""
        SELECT {Unservable}
             + (SELECT count(*) FROM sqlite_master AS kept
                 WHERE kept.type = 'table' AND kept.name NOT LIKE 'search\_%' ESCAPE '\'
                   AND kept.name NOT LIKE '\_\_%' ESCAPE '\' AND kept.name NOT LIKE 'sqlite\_%' ESCAPE '\'
                   AND (SELECT count(*) FROM sqlite_master AS guard WHERE guard.type = 'trigger' AND guard.tbl_name = kept.name)
                       < CASE kept.name WHEN 'list_columns' THEN 2 ELSE 3 END)
        """;

    /// <summary>What a file cannot be served without: a release, and of each what lists and searches need.</summary>
    private const string Unservable = """
        (SELECT count(*) = 0 FROM releases)
             + (SELECT count(*) FROM releases
                 WHERE number NOT IN (SELECT release_number FROM list_columns)
                    OR 'search_' || number NOT IN (SELECT name FROM sqlite_master))
        """;

    /// <summary>Whether the file needs nothing before it is served.</summary>
    public bool Holds()
    {
        try
        {
            using var connection = file.OpenConnection();
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

    /// <summary>Whether the file can be served although nothing can be written into it: it has a release, and all that lists and searches need.</summary>
    public bool MayBeServed(IEnumerable<string> migrations)
    {
        try
        {
            using var connection = file.OpenConnection();
            var names = string.Join(", ", migrations.Select(migration => $"'{migration}'"));
            return Scalar(connection, "PRAGMA application_id") == SqliteDatabase.ApplicationId
                && Scalar(
                    connection,
                    $"SELECT count(*) FROM \"__EFMigrationsHistory\" WHERE migration_id NOT IN ({names})"
                ) == 0
                && Scalar(connection, "SELECT count(*) FROM \"__EFMigrationsHistory\"") == migrations.Count()
                && Scalar(connection, $"SELECT {Unservable}") == 0
                && Indexes(connection).All(index => index.Sql == SearchSql.Create(SearchSql.Table(index.Release)));
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Marks the file; one that is not marked is looked at thoroughly at the next start.</summary>
    /// <returns>Why it could not be marked, or null.</returns>
    public string? Set()
    {
        try
        {
            using var connection = file.OpenConnection();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA user_version = {Build.ToString(CultureInfo.InvariantCulture)}";
            command.ExecuteNonQuery();
            return null;
        }
        catch (SqliteException failure)
        {
            return SqliteDatabase.Explain(file.Path, failure);
        }
    }

    /// <summary>How the search index of each release is defined.</summary>
    private static List<(int Release, string? Sql)> Indexes(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT number, (SELECT sql FROM sqlite_master WHERE name = 'search_' || number) FROM releases";
        using var reader = command.ExecuteReader();
        var indexes = new List<(int, string?)>();
        while (reader.Read())
        {
            indexes.Add((reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        }

        return indexes;
    }

    private static long Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
