using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class ConditionConfiguration
    : IEntityTypeConfiguration<ConditionRow>,
        IEntityTypeConfiguration<NarrowerConditionRow>
{
    public void Configure(EntityTypeBuilder<ConditionRow> builder)
    {
        builder.ToTable("conditions");
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasName();
        builder
            .HasOne<ConditionRow>()
            .WithMany()
            .HasForeignKey(condition => new { condition.ReleaseNumber, condition.BroaderId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NarrowerConditionRow> builder)
    {
        builder.ToTable("narrower_conditions");
        builder.HasKey(step => new
        {
            step.ReleaseNumber,
            step.BroaderId,
            step.NarrowerId,
        });
        builder
            .HasOne<ConditionRow>()
            .WithMany()
            .HasForeignKey(step => new { step.ReleaseNumber, step.BroaderId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<ConditionRow>()
            .WithMany()
            .HasForeignKey(step => new { step.ReleaseNumber, step.NarrowerId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
