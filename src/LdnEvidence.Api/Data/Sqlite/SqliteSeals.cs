using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// Triggers by which the database itself refuses to change a published release: no row is updated or deleted, and none is added to a release that is
/// sealed, not even in place of another (INSERT OR REPLACE fires no delete trigger). A later migration that rebuilds a table drops its triggers, so
/// they are completed at every start.
/// </summary>
internal sealed class SqliteSeals(CatalogueDbContext db)
{
    private IEnumerable<(string Name, string Sql)> Triggers =>
        db
            .Model.GetEntityTypes()
            .Select(entity => entity.GetTableName()!)
            .SelectMany(table =>
                Refused(table)
                    .Select(refused =>
                    {
                        var (change, when) = refused;
                        var name = Trigger(table, change);
                        return (
                            name,
                            $"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {change} ON {table} WHEN {when} "
                                + "BEGIN SELECT RAISE(ABORT, 'a published release is never changed'); END"
                        );
                    })
            );

    /// <summary>What is derived from a release's rows may be added later, but not changed.</summary>
    private IEnumerable<(string Change, string When)> Refused(string table) =>
        table == db.Model.FindEntityType(typeof(Rows.ListColumnRow))!.GetTableName()
            ? [("update", "true"), ("delete", "true")]
            : [("update", "true"), ("delete", "true"), ("insert", IsSealed(table))];

    public async Task<bool> AreIncomplete(CancellationToken cancellationToken)
    {
        var names = string.Join(", ", Triggers.Select(trigger => $"'{trigger.Name}'"));
        var found = await db.Database.Scalar(
            $"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN ({names})",
            cancellationToken
        );
        return found < Triggers.Count();
    }

    public async Task Complete(CancellationToken cancellationToken)
    {
        foreach (var (_, sql) in Triggers)
        {
            await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }

    /// <summary>
    /// Lets rows be added for as long as the open transaction lasts: asking for each row whether its release is sealed takes a third of the time of
    /// writing them. <see cref="Complete"/> must follow before it is committed; if it is not, or the process ends, nothing has happened.
    /// </summary>
    public async Task Lift(CancellationToken cancellationToken)
    {
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!))
        {
            // A table's name is the model's.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync(
                $"DROP TRIGGER IF EXISTS {Trigger(table, "insert")}",
                cancellationToken
            );
#pragma warning restore EF1002
        }
    }

    private static string Trigger(string table, string change) => $"{table}_refuse_{change}";

    private static string IsSealed(string table)
    {
        var number = table == "releases" ? "number" : "release_number";
        return $"EXISTS (SELECT 1 FROM release_seals WHERE release_seals.release_number = NEW.{number})";
    }
}
