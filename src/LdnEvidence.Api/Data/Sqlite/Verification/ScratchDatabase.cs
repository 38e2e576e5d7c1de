using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Sqlite.Verification;

/// <summary>
/// A temporary database of this version's schema, which is gone when it is closed. Its connection also reads the catalogue's file, under the name
/// <c>published</c>, so that both can be compared and one be made from the other.
/// </summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    /// <summary>The table with the documents of the catalogue's file, as SQL names it here.</summary>
    public const string Documents = "published.documents";

    private readonly SqliteConnection _connection;

    private ScratchDatabase(SqliteConnection connection)
    {
        _connection = connection;
        Db = new CatalogueDbContext(
            new DbContextOptionsBuilder<CatalogueDbContext>().UseSqliteCatalogue(connection).Options
        );
    }

    /// <summary>The tables of the temporary database.</summary>
    public CatalogueDbContext Db { get; }

    /// <summary>Opens both. The tables of the temporary database are empty, and have no triggers yet.</summary>
    /// <exception cref="CatalogueDatabaseException">The file is not there, not ours, or of another version of the program.</exception>
    public static async Task<ScratchDatabase> Open(SqliteFile file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file.Path))
        {
            throw new CatalogueDatabaseException(
                $"There is no database {file.Path}. Name another file with --database."
            );
        }

        // SQLite keeps a database without a name in memory and, as it grows, in a file that has no name either.
        var connection = new SqliteConnection("Data Source=file:;Pooling=False");
        var scratch = new ScratchDatabase(connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // Before the other is attached, since migrations name tables and triggers that are there, too.
            await scratch.CreateTables(PageSize(file), cancellationToken);
            if (file.Obstacle is not null)
            {
                // It holds for what is attached from now on, too, and attaching reads.
                scratch.Execute("PRAGMA locking_mode = EXCLUSIVE");
            }

            scratch.Execute("ATTACH @p0 AS published", file.Uri);

            scratch.RefuseOthers(file.Path);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the triggers by which no release can be changed.</summary>
    public Task Seal(CancellationToken cancellationToken) => new SqliteSeals(Db).Complete(cancellationToken);

    /// <summary>What SQLite itself finds wrong with the catalogue's file, or null.</summary>
    public string? Damage()
    {
        if (Text("PRAGMA published.integrity_check(1)") is var found && found != "ok")
        {
            return found;
        }

        return Db.Rows(row => $"{row.GetValue(0)} and {row.GetValue(2)}", "PRAGMA published.foreign_key_check")
            .Select(tables => $"a row refers to nothing: {tables}")
            .FirstOrDefault();
    }

    /// <summary>The first difference between the catalogue's file and this database, or null.</summary>
    public string? FirstDifference() => TableComparison.FirstDifference(Db);

    /// <summary>
    /// Puts this database in the place of the catalogue's, in one transaction: whoever reads sees the one or the other, and a process that is killed
    /// leaves the one that was there.
    /// </summary>
    public async Task Replace(SqliteFile file, CancellationToken cancellationToken)
    {
        Execute("DETACH published");
        Execute($"PRAGMA user_version = {SqliteStamp.Build.ToString(CultureInfo.InvariantCulture)}");
        await using var target = new SqliteConnection(file.ConnectionString);
        await target.OpenAsync(cancellationToken);
        const int attempts = 50;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _connection.BackupDatabase(target);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6 && attempt < attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task CreateTables(string pageSize, CancellationToken cancellationToken)
    {
        Execute($"PRAGMA page_size = {pageSize}");
        Execute($"PRAGMA application_id = {SqliteDatabase.ApplicationId.ToString(CultureInfo.InvariantCulture)}");
        Execute("PRAGMA synchronous = OFF");
        await Db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>The bytes of a page of the catalogue's file. One file takes the place of another only where they have pages of one size.</summary>
    private static string PageSize(SqliteFile file)
    {
        using var connection = file.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_size";
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private void RefuseOthers(string file)
    {
        var mark = Text("PRAGMA published.application_id");
        if (mark != SqliteDatabase.ApplicationId.ToString(CultureInfo.InvariantCulture))
        {
            throw new CatalogueDatabaseException(
                $"The file {file} is the SQLite database of another program. Name another file with --database."
            );
        }

        var applied =
            Text("SELECT count(*) FROM published.sqlite_master WHERE name = '__EFMigrationsHistory'") == "0"
                ? []
                : Db.Rows(row => row.GetString(0), "SELECT migration_id FROM published.\"__EFMigrationsHistory\"")
                    .ToList();
        if (
            !Db
                .Database.GetMigrations()
                .Order(StringComparer.Ordinal)
                .SequenceEqual(applied.Order(StringComparer.Ordinal))
        )
        {
            throw new CatalogueDatabaseException(
                $"The database {file} has the schema of another version of this program. Start that version, or run migrate --database on a copy."
            );
        }
    }

    private string Text(string sql) =>
        Db.Rows(row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!, sql).First();

    private void Execute(string sql, params ReadOnlySpan<object> values)
    {
        using var command = Db.Command(sql, values);
        command.ExecuteNonQuery();
    }
}
