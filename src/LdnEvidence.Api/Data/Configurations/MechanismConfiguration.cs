using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class MechanismConfiguration : IEntityTypeConfiguration<MechanismRow>
{
    public void Configure(EntityTypeBuilder<MechanismRow> builder)
    {
        builder.ToTable("mechanisms");
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasName();
    }
}
