using System.Globalization;
using LdnEvidence.Api.Data.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>The database file: is it ours, is its schema of today, may it be written.</summary>
internal sealed class SqliteDatabase(
    CatalogueDbContext db,
    IOptions<CatalogueOptions> options,
    ILogger<SqliteDatabase> log
)
{
    /// <summary>Marks a file as this service's own: the ASCII letters LDNE in SQLite's application_id.</summary>
    public const int ApplicationId = 0x4C444E45;

    private readonly string _file = options.Value.DatabaseFile;

    /// <summary>Makes the file if it is missing, brings its schema up to date, and runs work, while no other process of this program writes.</summary>
    /// <exception cref="CatalogueDatabaseException">The file cannot be used; the message says why and what to do.</exception>
    public Task Prepare(Func<Task> work, CancellationToken cancellationToken) =>
        Guard(
            _file,
            async () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
                await using var gate = await WriterLock.Take(_file, log, cancellationToken);
                if (!Path.Exists(_file))
                {
                    // SQLite would let everybody read it. What it puts beside the file gets the same mode.
                    await new FileStream(_file, OwnFiles.Options(FileMode.CreateNew, FileShare.None)).DisposeAsync();
                }

                await Update(cancellationToken);
                await work();
            }
        );

    /// <summary>Runs work on the database and turns the provider's failures into messages for the operator.</summary>
    public static async Task Guard(string file, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (Find<SqliteException>(failure) is { } fault)
        {
            throw new CatalogueDatabaseException(Explain(file, fault.SqliteErrorCode), failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new CatalogueDatabaseException(
                $"The database {file} cannot be used: {failure.Message} Name a file in a folder that has room and that this user may write to with --database.",
                failure
            );
        }
    }

    /// <summary>The same of a failure that a request met.</summary>
    internal static string Explain(string file, Exception failure) =>
        Explain(file, Find<SqliteException>(failure)?.SqliteErrorCode ?? 0);

    /// <summary>
    /// The same for work that writes many rows: with room in memory for the pages that rows are looked up in, and with what it takes to undo a
    /// single statement in memory instead of in a temporary file.
    /// </summary>
    /// <exception cref="CatalogueDatabaseException">The file cannot be used; the message says why and what to do.</exception>
    public Task Write(Func<Task> work, CancellationToken cancellationToken) =>
        Prepare(
            async () =>
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                try
                {
                    await Execute("PRAGMA temp_store = MEMORY", cancellationToken);
                    await Execute("PRAGMA cache_size = -8192", cancellationToken); // KiB
                    await SetJournal(
                        isFirst: await Scalar("SELECT count(*) FROM releases", cancellationToken) == 0,
                        cancellationToken
                    );
                    await work();
                    await Merge(cancellationToken);
                }
                finally
                {
                    await SetJournal(isFirst: false, CancellationToken.None);
                    await Execute("PRAGMA temp_store = DEFAULT", CancellationToken.None);
                    await Execute("PRAGMA cache_size = -2000", CancellationToken.None);
                    await db.Database.CloseConnectionAsync();
                }
            },
            cancellationToken
        );

    /// <summary>Adds rows of a release that is not sealed, within the open transaction and without asking of each whether it is.</summary>
    public async Task AddRows(Func<Task> work, CancellationToken cancellationToken)
    {
        var seals = new SqliteSeals(db);
        await seals.Lift(cancellationToken);
        await work();
        await seals.Complete(cancellationToken);
    }

    /// <summary>What an operator should know of a SQLite error (https://www.sqlite.org/rescode.html).</summary>
    internal static string Explain(string file, int sqliteErrorCode) =>
        sqliteErrorCode switch
        {
            5 or 6 =>
                $"The database {file} is locked by another process. Stop that process, or wait until it is done, and try again.",
            8 =>
                $"The database {file} is read-only. Allow this user to write to the file and its folder, or name another file with --database.",
            10 =>
                $"The database {file} cannot be read or written: its disk is full or fails. Make room, or check the disk, and try again.",
            11 =>
                $"The database {file} is damaged. Restore it from a copy; where its documents can still be read, rebuild --database makes everything else anew.",
            13 => $"The disk that holds the database {file} is full. Make room and try again.",
            14 =>
                $"The database {file} cannot be opened. Check that it is a file, that its folder exists and that this user may write there, or name another file with --database.",
            26 => $"The file {file} is not a SQLite database. Move it away, or name another file with --database.",
            _ =>
                $"The database {file} failed with SQLite error {sqliteErrorCode}. Check the file and its disk, or name another file with --database.",
        };

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        while (failure is not null and not T)
        {
            failure = failure.InnerException;
        }

        return failure as T;
    }

    private async Task RefuseForeignFile(CancellationToken cancellationToken)
    {
        var mark = await Scalar("PRAGMA application_id", cancellationToken);
        var tables = await Scalar("SELECT count(*) FROM sqlite_master", cancellationToken);
        if (mark != ApplicationId && tables > 0)
        {
            throw new CatalogueDatabaseException(
                $"The file {_file} is the SQLite database of another program. Name another file with --database."
            );
        }
    }

    private async Task Update(CancellationToken cancellationToken)
    {
        await RefuseForeignFile(cancellationToken);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).Any())
        {
            throw new CatalogueDatabaseException(
                $"The database {_file} was written by a newer version of this program. Start that version, or name another file with --database."
            );
        }

        if (applied.Count < known.Count || await new SqliteSeals(db).AreIncomplete(cancellationToken))
        {
            await Migrate(cancellationToken);
        }

        await SetJournal(isFirst: false, cancellationToken);
    }

    private async Task Migrate(CancellationToken cancellationToken)
    {
        // Two documents a page: in smaller pages many would not fit, and of larger ones a scattered read copies much that it does not need. A file that
        // exists keeps the size that it has.
        await Execute("PRAGMA page_size = 8192", cancellationToken);
        await Execute(
            $"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}",
            cancellationToken
        );
        await SetJournal(isFirst: false, cancellationToken);
        // EF Core marks a running migration with a row; a process that is killed leaves it behind, and every later start would wait for it forever. Under
        // the writers' lock, a row that is found is stale.
        if (await Scalar("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) > 0)
        {
            await Execute("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await new SqliteSeals(db).Complete(cancellationToken);
    }

    /// <summary>
    /// Keeps a write-ahead log, so that releases are read while the next is written. The first is read by nobody, and what its transaction adds to the
    /// file needs no undoing, so without a log it is written once instead of twice. Where another process uses the file, it is left as it is: the next
    /// who writes sets it.
    /// </summary>
    private async Task SetJournal(bool isFirst, CancellationToken cancellationToken)
    {
        const int isBusy = 5;
        try
        {
            await Execute($"PRAGMA journal_mode = {(isFirst ? "DELETE" : "WAL")}", cancellationToken);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == isBusy)
        {
            // Whoever holds the file keeps the log that there is.
        }
    }

    /// <summary>
    /// Sees that what was written moves from the log into the file, where it is read quickest (https://www.sqlite.org/wal.html#performance_considerations).
    /// A commit tries that once, in vain while another process reads what was there before. Those that serve let go of it several times a second; whoever
    /// does not is not waited for longer than a few seconds, and leaves it to the next who writes.
    /// </summary>
    private async Task Merge(CancellationToken cancellationToken)
    {
        const int attempts = 50;
        for (var attempt = 1; attempt <= attempts && await IsUnmerged(cancellationToken); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    /// <summary>Moves what can be moved, and says whether anything is left.</summary>
    private async Task<bool> IsUnmerged(CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        // The columns: whether it was refused, pages in the log, pages of them that are in the file.
        return await row.ReadAsync(cancellationToken) && row.GetInt64(1) != row.GetInt64(2);
    }

    private Task<long> Scalar(string sql, CancellationToken cancellationToken) =>
        db.Database.Scalar(sql, cancellationToken);

    private Task<int> Execute(string sql, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
}
