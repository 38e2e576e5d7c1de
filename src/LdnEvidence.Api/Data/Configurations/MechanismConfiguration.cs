using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class MechanismConfiguration
    : IEntityTypeConfiguration<MechanismRow>,
        IEntityTypeConfiguration<MechanismCodeRow>
{
    public void Configure(EntityTypeBuilder<MechanismRow> builder)
    {
        builder.ToTable("mechanisms");
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasIndex(mechanism => new { mechanism.ReleaseNumber, mechanism.Name }).IsUnique();
        builder
            .HasMany(mechanism => mechanism.Codes)
            .WithOne()
            .HasForeignKey(code => new { code.ReleaseNumber, code.RecordId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MechanismCodeRow> builder) =>
        builder.IsCodeOf<MechanismCodeRow, MechanismRow>("mechanism_codes");
}
