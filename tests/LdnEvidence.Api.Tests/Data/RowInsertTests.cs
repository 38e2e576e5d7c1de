using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>Rows that are inserted directly are those that the context would have written.</summary>
public sealed class RowInsertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_of_every_table_is_what_the_context_writes()
    {
        using var bodies = new BodyFile(_folder.Path);
        var rows = await Rows(bodies);
        await using var tracked = await Database("tracked.db");
        tracked.AddRange(rows.All);
        await tracked.SaveChangesAsync(Cancellation);
        await using var direct = await Database("direct.db");

        await Insert(direct, rows.All);

        var tables = tracked.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).ToList();
        tables.Count.ShouldBeGreaterThan(10);
        foreach (var table in tables)
        {
            (await Cells(direct, table)).ShouldBe(await Cells(tracked, table), table);
        }
    }

    [Fact]
    public async Task Claims_lie_in_the_order_of_their_positions()
    {
        await using var db = await Database("catalogue.db");

        using var bodies = new BodyFile(_folder.Path);
        await Insert(db, (await Rows(bodies)).All);

        (
            await db
                .Database.SqlQueryRaw<long>("SELECT position AS Value FROM claims ORDER BY rowid")
                .ToListAsync(Cancellation)
        ).ShouldBe(Enumerable.Range(1, 67).Select(position => (long)position));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task<ReleaseRows> Rows(BodyFile bodies)
    {
        var seed = new SeedFolder(Options.Create(new CatalogueOptions()));
        var content = ReleaseContent.From(await seed.Read(Cancellation), keep: bodies.Add);
        var time = new DateTime(2026, 3, 14, 15, 9, 26, 535, DateTimeKind.Utc);
        bodies.Add(Collection.Releases, content.Release(1, time, Release.ChainBeforeTheFirst));
        bodies.Add(Collection.Audits, content.Audit(1));
        bodies.Add(Collection.Coverage, content.Coverage(1));
        bodies.Complete();
        return new ReleaseRows(1, bodies);
    }

    private static async Task Insert(CatalogueDbContext db, IEnumerable<object> rows)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await using (var insert = new RowInsert(db, transaction))
        {
            foreach (var row in rows)
            {
                await insert.Write(row, Cancellation);
            }
        }

        await transaction.CommitAsync(Cancellation);
    }

    private static async Task<List<string>> Cells(CatalogueDbContext db, string table)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // The name is the model's own.
#pragma warning disable CA2100
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Select(i =>
                    reader.GetValue(i) is var value && value is byte[] bytes
                        ? $"{reader.GetName(i)} blob {Convert.ToHexString(bytes)}"
                        : $"{reader.GetName(i)} {value.GetType().Name} {value}"
                );
            rows.Add(string.Join(" | ", cells));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private async Task<CatalogueDbContext> Database(string name)
    {
        var options = new DbContextOptionsBuilder<CatalogueDbContext>();
        options.UseSqliteCatalogue(_folder.File(name));
        var db = new CatalogueDbContext(options.Options);
        await db.Database.EnsureCreatedAsync(Cancellation);
        return db;
    }
}
