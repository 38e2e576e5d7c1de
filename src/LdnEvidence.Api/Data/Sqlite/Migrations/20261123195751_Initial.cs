using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_releases", x => x.number);
                    table.CheckConstraint(
                        "ck_releases_digest",
                        "length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'"
                    );
                    table.CheckConstraint("ck_releases_number", "number >= 1");
                }
            );

            migrationBuilder.CreateTable(
                name: "conditions",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    broader_id = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pilot_trial_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    case_series_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    anecdotal_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conditions", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_conditions_claim_counts",
                        "pilot_trial_claims >= 0 AND case_series_claims >= 0 AND anecdotal_claims >= 0"
                    );
                    table.CheckConstraint(
                        "ck_conditions_id",
                        "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'"
                    );
                    table.CheckConstraint("ck_conditions_position", "position >= 1");
                    table.ForeignKey(
                        name: "fk_conditions_conditions_release_number_broader_id",
                        columns: x => new { x.release_number, x.broader_id },
                        principalTable: "conditions",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_conditions_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evidence_levels",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    claim_count = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_levels", x => new { x.release_number, x.id });
                    table.CheckConstraint("ck_evidence_levels_id", "id IN ('pilot-trial', 'case-series', 'anecdotal')");
                    table.CheckConstraint("ck_evidence_levels_position", "position >= 1");
                    table.ForeignKey(
                        name: "fk_evidence_levels_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "mechanisms",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pilot_trial_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    case_series_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    anecdotal_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mechanisms", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_mechanisms_claim_counts",
                        "pilot_trial_claims >= 0 AND case_series_claims >= 0 AND anecdotal_claims >= 0"
                    );
                    table.CheckConstraint(
                        "ck_mechanisms_id",
                        "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'"
                    );
                    table.CheckConstraint("ck_mechanisms_position", "position >= 1");
                    table.ForeignKey(
                        name: "fk_mechanisms_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outcomes",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pilot_trial_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    case_series_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    anecdotal_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcomes", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_outcomes_claim_counts",
                        "pilot_trial_claims >= 0 AND case_series_claims >= 0 AND anecdotal_claims >= 0"
                    );
                    table.CheckConstraint(
                        "ck_outcomes_id",
                        "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'"
                    );
                    table.CheckConstraint("ck_outcomes_position", "position >= 1");
                    table.ForeignKey(
                        name: "fk_outcomes_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "release_seals",
                columns: table => new { release_number = table.Column<int>(type: "INTEGER", nullable: false) },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_seals", x => x.release_number);
                    table.ForeignKey(
                        name: "fk_release_seals_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "source_documents",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_documents", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_source_documents_id",
                        "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'"
                    );
                    table.CheckConstraint("ck_source_documents_position", "position >= 1");
                    table.ForeignKey(
                        name: "fk_source_documents_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    journal = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    design = table.Column<string>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", nullable: false),
                    sample_size = table.Column<int>(type: "INTEGER", nullable: true),
                    doi = table.Column<string>(type: "TEXT", nullable: true),
                    pmid = table.Column<string>(type: "TEXT", nullable: true),
                    pmcid = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pilot_trial_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    case_series_claims = table.Column<int>(type: "INTEGER", nullable: false),
                    anecdotal_claims = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_studies", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_studies_claim_counts",
                        "pilot_trial_claims >= 0 AND case_series_claims >= 0 AND anecdotal_claims >= 0"
                    );
                    table.CheckConstraint(
                        "ck_studies_design",
                        "design IN ('randomized-crossover-trial', 'randomized-parallel-trial', 'single-blind-crossover-trial', 'open-label-trial', 'single-arm-cohort', 'case-series', 'case-report', 'narrative-review', 'in-vitro')"
                    );
                    table.CheckConstraint("ck_studies_doi", "doi IS NULL OR (doi LIKE '10.%/%' AND doi = lower(doi))");
                    table.CheckConstraint(
                        "ck_studies_id",
                        "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'"
                    );
                    table.CheckConstraint(
                        "ck_studies_pmid",
                        "pmid IS NULL OR (length(pmid) BETWEEN 1 AND 8 AND pmid NOT GLOB '*[^0-9]*')"
                    );
                    table.CheckConstraint("ck_studies_position", "position >= 1");
                    table.CheckConstraint("ck_studies_sample_size", "sample_size IS NULL OR sample_size >= 1");
                    table.CheckConstraint(
                        "ck_studies_standing",
                        "standing IN ('current', 'corrected', 'concern', 'retracted')"
                    );
                    table.CheckConstraint("ck_studies_year", "year BETWEEN 1800 AND 2100");
                    table.ForeignKey(
                        name: "fk_studies_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

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
                name: "narrower_conditions",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    broader_id = table.Column<string>(type: "TEXT", nullable: false),
                    narrower_id = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_narrower_conditions",
                        x => new
                        {
                            x.release_number,
                            x.broader_id,
                            x.narrower_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_narrower_conditions_conditions_release_number_broader_id",
                        columns: x => new { x.release_number, x.broader_id },
                        principalTable: "conditions",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_narrower_conditions_conditions_release_number_narrower_id",
                        columns: x => new { x.release_number, x.narrower_id },
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

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    outcome_id = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_level = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_rank = table.Column<int>(type: "INTEGER", nullable: false),
                    level_rule = table.Column<string>(type: "TEXT", nullable: false),
                    level_is_meaningful = table.Column<bool>(type: "INTEGER", nullable: false),
                    fidelity_to_source = table.Column<string>(type: "TEXT", nullable: false),
                    fidelity_to_document = table.Column<string>(type: "TEXT", nullable: false),
                    source_document_id = table.Column<string>(type: "TEXT", nullable: false),
                    locator_section = table.Column<string>(type: "TEXT", nullable: false),
                    locator_position = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => new { x.release_number, x.id });
                    table.CheckConstraint(
                        "ck_claims_direction",
                        "direction IN ('increases', 'decreases', 'improves', 'worsens', 'no-effect', 'adverse-effect', 'not-applicable')"
                    );
                    table.CheckConstraint(
                        "ck_claims_evidence_level",
                        "evidence_level IN ('pilot-trial', 'case-series', 'anecdotal')"
                    );
                    table.CheckConstraint(
                        "ck_claims_fidelity_to_document",
                        "fidelity_to_document IN ('faithful', 'narrowed', 'broadened')"
                    );
                    table.CheckConstraint(
                        "ck_claims_fidelity_to_source",
                        "fidelity_to_source IN ('supported', 'partly-supported', 'not-supported', 'contradicted', 'not-checked', 'nothing-cited')"
                    );
                    table.CheckConstraint("ck_claims_id", "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'");
                    table.CheckConstraint(
                        "ck_claims_kind",
                        "kind IN ('efficacy', 'mechanism', 'safety', 'usage', 'regulatory')"
                    );
                    table.CheckConstraint("ck_claims_position", "position >= 1");
                    table.CheckConstraint("ck_claims_statement", "length(statement) > 0");
                    table.ForeignKey(
                        name: "fk_claims_outcomes_release_number_outcome_id",
                        columns: x => new { x.release_number, x.outcome_id },
                        principalTable: "outcomes",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_claims_releases_release_number",
                        column: x => x.release_number,
                        principalTable: "releases",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_claims_source_documents_release_number_source_document_id",
                        columns: x => new { x.release_number, x.source_document_id },
                        principalTable: "source_documents",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "claim_citations",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_id = table.Column<string>(type: "TEXT", nullable: false),
                    study_id = table.Column<string>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", nullable: false),
                    reports_outcome = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_claim_citations",
                        x => new
                        {
                            x.release_number,
                            x.claim_id,
                            x.study_id,
                        }
                    );
                    table.CheckConstraint(
                        "ck_claim_citations_relation",
                        "relation IN ('supports', 'contradicts', 'mixed', 'background')"
                    );
                    table.ForeignKey(
                        name: "fk_claim_citations_claims_release_number_claim_id",
                        columns: x => new { x.release_number, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_claim_citations_studies_release_number_study_id",
                        columns: x => new { x.release_number, x.study_id },
                        principalTable: "studies",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "claim_conditions",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_id = table.Column<string>(type: "TEXT", nullable: false),
                    condition_id = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_claim_conditions",
                        x => new
                        {
                            x.release_number,
                            x.claim_id,
                            x.condition_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_claim_conditions_claims_release_number_claim_id",
                        columns: x => new { x.release_number, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_claim_conditions_conditions_release_number_condition_id",
                        columns: x => new { x.release_number, x.condition_id },
                        principalTable: "conditions",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "claim_mechanisms",
                columns: table => new
                {
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_id = table.Column<string>(type: "TEXT", nullable: false),
                    mechanism_id = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_claim_mechanisms",
                        x => new
                        {
                            x.release_number,
                            x.claim_id,
                            x.mechanism_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_claim_mechanisms_claims_release_number_claim_id",
                        columns: x => new { x.release_number, x.claim_id },
                        principalTable: "claims",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_claim_mechanisms_mechanisms_release_number_mechanism_id",
                        columns: x => new { x.release_number, x.mechanism_id },
                        principalTable: "mechanisms",
                        principalColumns: new[] { "release_number", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_citations_release_number_study_id",
                table: "claim_citations",
                columns: new[] { "release_number", "study_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_conditions_release_number_condition_id",
                table: "claim_conditions",
                columns: new[] { "release_number", "condition_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_claim_mechanisms_release_number_mechanism_id",
                table: "claim_mechanisms",
                columns: new[] { "release_number", "mechanism_id" }
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
                name: "ix_claims_release_number_position",
                table: "claims",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_claims_release_number_source_document_id",
                table: "claims",
                columns: new[] { "release_number", "source_document_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_condition_codes_release_number_system_value",
                table: "condition_codes",
                columns: new[] { "release_number", "system", "value" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_conditions_release_number_broader_id",
                table: "conditions",
                columns: new[] { "release_number", "broader_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_conditions_release_number_name",
                table: "conditions",
                columns: new[] { "release_number", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_conditions_release_number_position",
                table: "conditions",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_evidence_levels_release_number_position",
                table: "evidence_levels",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_mechanism_codes_release_number_system_value",
                table: "mechanism_codes",
                columns: new[] { "release_number", "system", "value" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mechanisms_release_number_name",
                table: "mechanisms",
                columns: new[] { "release_number", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_mechanisms_release_number_position",
                table: "mechanisms",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_narrower_conditions_release_number_narrower_id",
                table: "narrower_conditions",
                columns: new[] { "release_number", "narrower_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outcome_codes_release_number_system_value",
                table: "outcome_codes",
                columns: new[] { "release_number", "system", "value" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_release_number_name",
                table: "outcomes",
                columns: new[] { "release_number", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_release_number_position",
                table: "outcomes",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_releases_published_at", table: "releases", column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_source_documents_release_number_position",
                table: "source_documents",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_doi",
                table: "studies",
                columns: new[] { "release_number", "doi" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_pmcid",
                table: "studies",
                columns: new[] { "release_number", "pmcid" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_pmid",
                table: "studies",
                columns: new[] { "release_number", "pmid" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_position",
                table: "studies",
                columns: new[] { "release_number", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_studies_release_number_year",
                table: "studies",
                columns: new[] { "release_number", "year" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "claim_citations");

            migrationBuilder.DropTable(name: "claim_conditions");

            migrationBuilder.DropTable(name: "claim_mechanisms");

            migrationBuilder.DropTable(name: "condition_codes");

            migrationBuilder.DropTable(name: "evidence_levels");

            migrationBuilder.DropTable(name: "mechanism_codes");

            migrationBuilder.DropTable(name: "narrower_conditions");

            migrationBuilder.DropTable(name: "outcome_codes");

            migrationBuilder.DropTable(name: "release_seals");

            migrationBuilder.DropTable(name: "studies");

            migrationBuilder.DropTable(name: "claims");

            migrationBuilder.DropTable(name: "mechanisms");

            migrationBuilder.DropTable(name: "conditions");

            migrationBuilder.DropTable(name: "outcomes");

            migrationBuilder.DropTable(name: "source_documents");

            migrationBuilder.DropTable(name: "releases");
        }
    }
}
