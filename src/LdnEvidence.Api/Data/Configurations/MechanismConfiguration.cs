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
        builder.HasNameAndCodes<MechanismRow, MechanismCodeRow>();
    }

    public void Configure(EntityTypeBuilder<MechanismCodeRow> builder) =>
        builder.IsCodeOf<MechanismCodeRow, MechanismRow>("mechanism_codes");
}
