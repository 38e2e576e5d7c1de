using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class CitationConfiguration : IEntityTypeConfiguration<CitationRow>
{
    public void Configure(EntityTypeBuilder<CitationRow> builder)
    {
        builder.ToTable("claim_citations");
        builder.HasKey(citation => new
        {
            citation.ReleaseNumber,
            citation.ClaimId,
            citation.StudyId,
        });
        builder.HasClosedList<CitationRow, CitationRelation>("relation");
        builder
            .HasOne<StudyRow>()
            .WithMany()
            .HasForeignKey(citation => new { citation.ReleaseNumber, citation.StudyId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
