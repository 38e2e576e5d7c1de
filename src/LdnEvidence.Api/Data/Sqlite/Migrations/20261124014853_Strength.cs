using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Strength : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Worked out anew at the next start, with the columns that lists have gained.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS list_columns_refuse_delete");
            migrationBuilder.Sql("DELETE FROM list_columns");

            migrationBuilder.AddColumn<string>(name: "cohort", table: "studies", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "intervention_match",
                table: "studies",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(name: "checked_on", table: "claims", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "differences", table: "claims", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "implied_level", table: "claims", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "intervention_match",
                table: "claims",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "level_gap", table: "claims", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "cohort", table: "studies");

            migrationBuilder.DropColumn(name: "intervention_match", table: "studies");

            migrationBuilder.DropColumn(name: "checked_on", table: "claims");

            migrationBuilder.DropColumn(name: "differences", table: "claims");

            migrationBuilder.DropColumn(name: "implied_level", table: "claims");

            migrationBuilder.DropColumn(name: "intervention_match", table: "claims");

            migrationBuilder.DropColumn(name: "level_gap", table: "claims");
        }
    }
}
