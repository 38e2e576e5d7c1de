using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <summary>The tables that held documents, with what their rows are to the documents' keys.</summary>
        private static readonly (string Table, string Release, int Collection, string Position)[] Held =
        [
            ("conditions", "release_number", 1, "position"),
            ("mechanisms", "release_number", 2, "position"),
            ("outcomes", "release_number", 3, "position"),
            ("studies", "release_number", 4, "position"),
            ("claims", "release_number", 5, "position"),
            ("evidence_levels", "release_number", 6, "position"),
            ("releases", "number", 7, "number"),
            ("source_documents", "release_number", 8, "position"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.key);
                    table.CheckConstraint("ck_documents_key", "key >> 40 = release_number");
                    table.ForeignKey(
                        name: "fk_documents_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_documents_release_number",
                table: "documents",
                column: "release_number"
            );

            // Written out, because a table that is rebuilt loses its triggers, and the update that a copy needs is what they refuse.
            foreach (var (table, release, collection, position) in Held)
            {
                migrationBuilder.Sql(
                    $"INSERT INTO documents SELECT ({release} << 40) | ({collection} << 32) | {position}, {release}, document FROM {table} ORDER BY 1"
                );
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN document");
            }

            // Worked out anew at the next start: from here on they hold ids as well.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS list_columns_refuse_delete");
            migrationBuilder.Sql("DELETE FROM list_columns");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, release, collection, position) in Held)
            {
                migrationBuilder.Sql($"ALTER TABLE {table} ADD COLUMN document BLOB NOT NULL DEFAULT x''");
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {table}_refuse_update");
                migrationBuilder.Sql(
                    $"UPDATE {table} SET document = (SELECT kept.document FROM documents AS kept WHERE kept.key = ({table}.{release} << 40) | ({collection} << 32) | {table}.{position})"
                );
            }

            migrationBuilder.DropTable(name: "documents");
        }
    }
}
