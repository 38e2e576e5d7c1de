using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OutcomeDomains : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "domain", table: "outcomes", type: "TEXT", nullable: true);

            // What is published already says it in its documents; outcomes are collection 3.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS outcomes_refuse_update");
            migrationBuilder.Sql(
                "UPDATE outcomes SET domain = (SELECT json_extract(CAST(kept.document AS TEXT), '$.domain') FROM documents AS kept WHERE kept.key = (outcomes.release_number << 40) | (3 << 32) | outcomes.position)"
            );

            // Worked out anew at the next start, with the column that the list of outcomes has gained.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS list_columns_refuse_delete");
            migrationBuilder.Sql("DELETE FROM list_columns");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "domain", table: "outcomes");
        }
    }
}
