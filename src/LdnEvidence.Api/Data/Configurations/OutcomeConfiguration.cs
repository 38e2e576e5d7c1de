using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<OutcomeRow>
{
    public void Configure(EntityTypeBuilder<OutcomeRow> builder)
    {
        builder.ToTable("outcomes");
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasName();
    }
}
