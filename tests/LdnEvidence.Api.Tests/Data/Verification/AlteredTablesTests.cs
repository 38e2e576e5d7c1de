using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Verification;

/// <summary>Whatever is changed in whichever table, the check names it, and a rebuild undoes it unless it was a document.</summary>
public sealed class AlteredTablesTests(DatabaseCopies copies) : IClassFixture<DatabaseCopies>
{
    private static readonly string[] NotDerived = ["documents", "__EFMigrationsHistory", "__EFMigrationsLock"];

    [Fact]
    public async Task What_was_published_passes() => (await DatabaseCopies.Fault(copies.Copy())).ShouldBeNull();

    [Fact]
    public async Task A_changed_value_is_named_in_every_column_of_every_table_and_a_rebuild_undoes_it()
    {
        var cells = Cells();
        cells.Select(cell => cell.Table).Distinct().Count().ShouldBeGreaterThan(20);
        var answers = DatabaseCopies.Answers(copies.Original);
        foreach (var (index, (table, column, type)) in cells.Index())
        {
            var file = copies.Copy();
            var change = type switch
            {
                "INTEGER" => $"{column} + 1",
                "BLOB" or "" => $"CAST({column} || x'00' AS BLOB)",
                _ => $"{column} || 'x'",
            };
            DatabaseCopies.Alter(
                file,
                $"UPDATE {table} SET {column} = {change} WHERE {column} IS (SELECT max({column}) FROM {table})"
            );

            var fault = (await DatabaseCopies.Fault(file)).ShouldNotBeNull($"{table}.{column}");
            fault.ShouldContain(table, Case.Sensitive, column);
            if (index == cells.Count - 1 || cells[index + 1].Table != table)
            {
                await DatabaseCopies.Rebuild(file);
                (await DatabaseCopies.Fault(file)).ShouldBeNull($"{table}.{column}, rebuilt");
                DatabaseCopies.Answers(file).ShouldBe(answers);
            }
        }
    }

    [Fact]
    public async Task A_row_that_is_taken_away_is_named_in_every_table()
    {
        var tables = Cells().Select(cell => cell.Table).Distinct().ToList();
        tables.Count.ShouldBeGreaterThan(20);
        foreach (var table in tables)
        {
            var file = copies.Copy();
            var column = Cells().First(cell => cell.Table == table).Column;
            DatabaseCopies.Alter(file, $"DELETE FROM {table} WHERE {column} IS (SELECT max({column}) FROM {table})");

            (await DatabaseCopies.Fault(file)).ShouldNotBeNull(table).ShouldContain(table);
        }
    }

    [Theory]
    [InlineData("DROP TRIGGER claims_refuse_update", "The trigger claims_refuse_update is missing")]
    [InlineData("CREATE TRIGGER more AFTER INSERT ON releases BEGIN SELECT 1; END", "The trigger more does not belong")]
    [InlineData("CREATE VIEW more AS SELECT 1", "The view more does not belong")]
    [InlineData("CREATE TABLE more (a INTEGER)", "The table more does not belong")]
    [InlineData("DROP INDEX ix_studies_release_number_doi", "The index ix_studies_release_number_doi is missing")]
    [InlineData("DROP TABLE search_1", "search_1")]
    [InlineData("ALTER TABLE claims ADD COLUMN more TEXT", "The table claims is not defined")]
    public async Task Whatever_the_schema_lacks_or_has_too_much_is_named(string change, string named)
    {
        var file = copies.Copy();
        foreach (var _ in DatabaseCopies.Rows(file, change)) { }

        (await DatabaseCopies.Fault(file)).ShouldNotBeNull().ShouldContain(named);
        await DatabaseCopies.Rebuild(file);
        (await DatabaseCopies.Fault(file)).ShouldBeNull();
    }

    [Theory]
    [InlineData(nameof(Collection.Releases), "\"claims\":1", "\"claims\":7", "Release 1, releases, 1 does not say")]
    [InlineData(
        nameof(Collection.Releases),
        "\"anecdotal\":",
        "\"anecdotal\":1",
        "Release 1, releases, 1 does not say"
    )]
    [InlineData(nameof(Collection.Audits), "\"passed\":true", "\"passed\":false", "Release 1, audit does not say")]
    [InlineData(nameof(Collection.Coverage), "\"total\":", "\"total\":1", "Release 1, coverage does not say")]
    public async Task A_document_about_the_whole_release_is_named_even_where_its_hash_was_changed_too(
        string collection,
        string from,
        string to,
        string named
    )
    {
        var file = copies.Copy();
        var key = DocumentRow.KeyOf(1, Enum.Parse<Collection>(collection), 1).ToString(CultureInfo.InvariantCulture);
        var before = DatabaseCopies.Rows(file, $"SELECT CAST(document AS TEXT) FROM documents WHERE key = {key}")[0][0];
        var after = before.Replace(from, to, StringComparison.Ordinal);
        after.ShouldNotBe(before);
        DatabaseCopies.Alter(
            file,
            $"""
            UPDATE documents SET document = CAST('{after.Replace("'", "''", StringComparison.Ordinal)}' AS BLOB),
                sha256 = x'{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(after)))}' WHERE key = {key}
            """
        );

        (await DatabaseCopies.Fault(file)).ShouldNotBeNull().ShouldStartWith(named);
    }

    [Fact]
    public async Task A_rebuild_makes_hashes_and_coverage_anew()
    {
        var file = copies.Copy();
        var coverage = DocumentRow.KeyOf(2, Collection.Coverage, 1).ToString(CultureInfo.InvariantCulture);
        DatabaseCopies.Alter(
            file,
            $"UPDATE documents SET sha256 = x'00'; DELETE FROM documents WHERE key = {coverage}"
        );
        DatabaseCopies.Alter(
            file,
            $"UPDATE documents SET sha256 = NULL WHERE key % {1L << 40} >= {(long)Collection.Releases << 32}"
        );

        await DatabaseCopies.Rebuild(file);

        (await DatabaseCopies.Fault(file)).ShouldBeNull();
        DatabaseCopies.Answers(file).ShouldBe(DatabaseCopies.Answers(copies.Original));
    }

    [Fact]
    public async Task A_rebuild_refuses_altered_documents_and_changes_nothing()
    {
        var file = copies.Copy();
        var claim = DocumentRow.KeyOf(2, Collection.Claims, 1).ToString(CultureInfo.InvariantCulture);
        DatabaseCopies.Alter(
            file,
            $"UPDATE documents SET document = CAST(document || ' ' AS BLOB) WHERE key = {claim}; DELETE FROM list_columns"
        );
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        var refused = await Should.ThrowAsync<LdnEvidence.Api.Data.Verification.AlteredDatabaseException>(() =>
            DatabaseCopies.Rebuild(file)
        );

        refused.Message.ShouldContain("Nothing was rebuilt");
        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    /// <summary>Every column that has a value, of every table that is derived.</summary>
    private List<(string Table, string Column, string Type)> Cells() =>
        [
            .. DatabaseCopies
                .Rows(
                    copies.Original,
                    """
                    SELECT tables.name, columns.name, columns.type
                    FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
                    WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%'
                    ORDER BY 1, columns.cid
                    """
                )
                .Where(row => !NotDerived.Contains(row[0]))
                .Where(row =>
                    DatabaseCopies.Rows(copies.Original, $"SELECT count({row[1]}) FROM {row[0]}")[0][0] != "0"
                )
                .Select(row => (row[0], row[1], row[2])),
        ];
}
