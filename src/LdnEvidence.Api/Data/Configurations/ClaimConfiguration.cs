using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class ClaimConfiguration
    : IEntityTypeConfiguration<ClaimRow>,
        IEntityTypeConfiguration<ClaimConditionRow>,
        IEntityTypeConfiguration<ClaimMechanismRow>
{
    public void Configure(EntityTypeBuilder<ClaimRow> builder)
    {
        builder.ToTable("claims");
        builder.HasReleaseKey();
        builder.HasClosedList<ClaimRow, EvidenceLevel>("evidence_level");
        builder.HasClosedList<ClaimRow, ClaimKind>("kind");
        builder.HasClosedList<ClaimRow, ClaimDirection>("direction");
        builder.HasClosedList<ClaimRow, SourceFidelity>("fidelity_to_source");
        builder.HasClosedList<ClaimRow, DocumentFidelity>("fidelity_to_document");
        builder.HasCheck("statement", "length(statement) > 0");
        builder
            .HasOne<OutcomeRow>()
            .WithMany()
            .HasForeignKey(claim => new { claim.ReleaseNumber, claim.OutcomeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<SourceDocumentRow>()
            .WithMany()
            .HasForeignKey(claim => new { claim.ReleaseNumber, claim.SourceDocumentId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(claim => claim.Conditions)
            .WithOne()
            .HasForeignKey(link => new { link.ReleaseNumber, link.ClaimId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(claim => claim.Mechanisms)
            .WithOne()
            .HasForeignKey(link => new { link.ReleaseNumber, link.ClaimId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(claim => claim.Citations)
            .WithOne()
            .HasForeignKey(link => new { link.ReleaseNumber, link.ClaimId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClaimConditionRow> builder)
    {
        builder.ToTable("claim_conditions");
        builder.HasKey(link => new
        {
            link.ReleaseNumber,
            link.ClaimId,
            link.ConditionId,
        });
        builder
            .HasOne<ConditionRow>()
            .WithMany()
            .HasForeignKey(link => new { link.ReleaseNumber, link.ConditionId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClaimMechanismRow> builder)
    {
        builder.ToTable("claim_mechanisms");
        builder.HasKey(link => new
        {
            link.ReleaseNumber,
            link.ClaimId,
            link.MechanismId,
        });
        builder
            .HasOne<MechanismRow>()
            .WithMany()
            .HasForeignKey(link => new { link.ReleaseNumber, link.MechanismId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
