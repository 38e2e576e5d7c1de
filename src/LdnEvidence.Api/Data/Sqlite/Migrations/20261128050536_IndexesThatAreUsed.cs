using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndexesThatAreUsed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_studies_release_number_year", table: "studies");

            migrationBuilder.DropIndex(
                name: "ix_narrower_conditions_release_number_narrower_id",
                table: "narrower_conditions"
            );

            migrationBuilder.DropIndex(name: "ix_conditions_release_number_broader_id", table: "conditions");

            migrationBuilder.DropIndex(name: "ix_claims_release_number_evidence_level_position", table: "claims");

            migrationBuilder.DropIndex(name: "ix_claims_release_number_outcome_id_position", table: "claims");

            migrationBuilder.DropIndex(name: "ix_claims_release_number_source_document_id", table: "claims");

            migrationBuilder.DropIndex(
                name: "ix_claim_mechanisms_release_number_mechanism_id",
                table: "claim_mechanisms"
            );

            migrationBuilder.DropIndex(
                name: "ix_claim_conditions_release_number_condition_id",
                table: "claim_conditions"
            );

            migrationBuilder.DropIndex(name: "ix_claim_citations_release_number_study_id", table: "claim_citations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_year",
                table: "studies",
                columns: new[] { "release_number", "year" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_narrower_conditions_release_number_narrower_id",
                table: "narrower_conditions",
                columns: new[] { "release_number", "narrower_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_conditions_release_number_broader_id",
                table: "conditions",
                columns: new[] { "release_number", "broader_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claims_release_number_evidence_level_position",
                table: "claims",
                columns: new[] { "release_number", "evidence_level", "position" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claims_release_number_outcome_id_position",
                table: "claims",
                columns: new[] { "release_number", "outcome_id", "position" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claims_release_number_source_document_id",
                table: "claims",
                columns: new[] { "release_number", "source_document_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_mechanisms_release_number_mechanism_id",
                table: "claim_mechanisms",
                columns: new[] { "release_number", "mechanism_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_conditions_release_number_condition_id",
                table: "claim_conditions",
                columns: new[] { "release_number", "condition_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_citations_release_number_study_id",
                table: "claim_citations",
                columns: new[] { "release_number", "study_id" }
            );
        }
    }
}
