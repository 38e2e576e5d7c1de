using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CodesInDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "condition_codes");

            migrationBuilder.DropTable(name: "mechanism_codes");

            migrationBuilder.DropTable(name: "outcome_codes");

            // Worked out anew at the next start, with the column that the list of studies has gained.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS list_columns_refuse_delete");
            migrationBuilder.Sql("DELETE FROM list_columns");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "condition_codes",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_condition_codes",
                        x => new
                        {
                            x.release_number,
                            x.record_id,
                            x.system,
                            x.value,
                        }
                    );
                    table.CheckConstraint(
                        "ck_condition_codes_system",
                        "system IN ('mesh', 'icd10cm', 'mondo', 'go', 'loinc', 'umls')"
                    );
                    table.ForeignKey(
                        name: "fk_condition_codes_conditions_release_number_record_id",
                        columns: x => new { x.release_number, x.record_id },
                        principalTable: "conditions",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "mechanism_codes",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_mechanism_codes",
                        x => new
                        {
                            x.release_number,
                            x.record_id,
                            x.system,
                            x.value,
                        }
                    );
                    table.CheckConstraint(
                        "ck_mechanism_codes_system",
                        "system IN ('mesh', 'icd10cm', 'mondo', 'go', 'loinc', 'umls')"
                    );
                    table.ForeignKey(
                        name: "fk_mechanism_codes_mechanisms_release_number_record_id",
                        columns: x => new { x.release_number, x.record_id },
                        principalTable: "mechanisms",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outcome_codes",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_outcome_codes",
                        x => new
                        {
                            x.release_number,
                            x.record_id,
                            x.system,
                            x.value,
                        }
                    );
                    table.CheckConstraint(
                        "ck_outcome_codes_system",
                        "system IN ('mesh', 'icd10cm', 'mondo', 'go', 'loinc', 'umls')"
                    );
                    table.ForeignKey(
                        name: "fk_outcome_codes_outcomes_release_number_record_id",
                        columns: x => new { x.release_number, x.record_id },
                        principalTable: "outcomes",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_condition_codes_release_number_system_value",
                table: "condition_codes",
                columns: new[] { "release_number", "system", "value" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mechanism_codes_release_number_system_value",
                table: "mechanism_codes",
                columns: new[] { "release_number", "system", "value" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outcome_codes_release_number_system_value",
                table: "outcome_codes",
                columns: new[] { "release_number", "system", "value" }
            );
        }
    }
}
