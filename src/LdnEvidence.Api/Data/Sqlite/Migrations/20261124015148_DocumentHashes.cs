using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LdnEvidence.Api.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DocumentHashes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "sha256", table: "documents", type: "BLOB", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "sha256", table: "documents");
        }
    }
}
