using System.Data.Common;
using System.Globalization;

namespace LdnEvidence.Api.Data.Sqlite.Verification;

/// <summary>Compares every table of the catalogue's file with the same table of a temporary database, and the definitions of both.</summary>
internal static class TableComparison
{
    /// <summary>Tables whose rows are checked elsewhere: documents against their hashes and digests, and what EF Core keeps about migrations.</summary>
    private static readonly string[] CheckedElsewhere = ["documents", "__EFMigrationsHistory", "__EFMigrationsLock"];

    /// <summary>The first difference in words, or null.</summary>
    public static string? FirstDifference(CatalogueDbContext db)
    {
        var (expected, found) = (Definitions(db, "main"), Definitions(db, "published"));
        foreach (var (name, (kind, sql)) in expected)
        {
            if (!found.TryGetValue(name, out var other))
            {
                return $"The {kind} {name} is missing.";
            }

            if (other != (kind, sql))
            {
                return $"The {kind} {name} is not defined as this version of the program defines it.";
            }
        }

        if (found.Keys.Except(expected.Keys).FirstOrDefault() is { } alien)
        {
            return $"The {found[alien].Kind} {alien} does not belong into the database.";
        }

        return expected
            .Where(entry => entry.Value.Kind == "table" && !IsVirtual(entry.Value.Sql))
            .Select(entry => entry.Key)
            .Except(CheckedElsewhere)
            .Select(table => FirstDifference(db, table))
            .FirstOrDefault(difference => difference is not null);
    }

    private static bool IsVirtual(string sql) => sql.StartsWith("CREATE VIRTUAL", StringComparison.Ordinal);

    /// <summary>What a database consists of, by name. What SQLite keeps for its query planner is left out: it says nothing that an answer depends on.</summary>
    private static SortedDictionary<string, (string Kind, string Sql)> Definitions(
        CatalogueDbContext db,
        string schema
    ) =>
        new(
            db.Rows(
                    row => (Name: row.GetString(1), Kind: row.GetString(0), Sql: row.GetString(2)),
                    $"SELECT type, name, coalesce(sql, '') FROM {schema}.sqlite_master WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
                )
                .ToDictionary(entry => entry.Name, entry => (entry.Kind, entry.Sql), StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static string? FirstDifference(CatalogueDbContext db, string table)
    {
        var keys = db.Rows(
                row => row.GetString(0),
                "SELECT name FROM pragma_table_info(@p0) WHERE pk > 0 ORDER BY pk",
                table
            )
            .ToList();
        using var expected = Read(db, "main", table, keys);
        using var found = Read(db, "published", table, keys);
        while (true)
        {
            var (isExpected, isFound) = (expected.Read(), found.Read());
            if (!isExpected && !isFound)
            {
                return null;
            }

            if (!isExpected)
            {
                return $"Table {table}: the row {Key(found, keys)} does not follow from the records.";
            }

            if (!isFound)
            {
                return $"Table {table}: the row {Key(expected, keys)} is missing.";
            }

            if (FirstDifference(expected, found) is >= 0 and var column)
            {
                return Key(expected, keys) == Key(found, keys)
                    ? $"Table {table}, row {Key(expected, keys)}: {expected.GetName(column)} is {Shown(found, column)}, but the records give {Shown(expected, column)}."
                    : $"Table {table}: there is the row {Key(found, keys)} where the records give {Key(expected, keys)}.";
            }
        }
    }

    private static DbDataReader Read(CatalogueDbContext db, string schema, string table, List<string> keys) =>
        db.Command($"SELECT * FROM {schema}.\"{table}\" ORDER BY {string.Join(", ", keys.Select(key => $"\"{key}\""))}")
            .ExecuteReader();

    private static int FirstDifference(DbDataReader expected, DbDataReader found)
    {
        for (var column = 0; column < expected.FieldCount; column++)
        {
            var (right, stored) = (expected.GetValue(column), found.GetValue(column));
            if (
                right is byte[] bytes && stored is byte[] others
                    ? !bytes.AsSpan().SequenceEqual(others)
                    : !right.Equals(stored)
            )
            {
                return column;
            }
        }

        return -1;
    }

    private static string Key(DbDataReader row, List<string> keys) =>
        string.Join(", ", keys.Select(key => Shown(row, row.GetOrdinal(key))));

    private static string Shown(DbDataReader row, int column) =>
        row.GetValue(column) switch
        {
            byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"a value of {bytes.Length} bytes"),
            DBNull => "empty",
            string text => $"'{(text.Length > 80 ? text[..80] + "…" : text)}'",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
