using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class OutcomeConfiguration
    : IEntityTypeConfiguration<OutcomeRow>,
        IEntityTypeConfiguration<OutcomeCodeRow>
{
    public void Configure(EntityTypeBuilder<OutcomeRow> builder)
    {
        builder.ToTable("outcomes");
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasNameAndCodes<OutcomeRow, OutcomeCodeRow>();
    }

    public void Configure(EntityTypeBuilder<OutcomeCodeRow> builder) =>
        builder.IsCodeOf<OutcomeCodeRow, OutcomeRow>("outcome_codes");
}
