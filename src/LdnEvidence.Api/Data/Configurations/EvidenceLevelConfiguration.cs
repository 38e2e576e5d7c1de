using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class EvidenceLevelConfiguration : IEntityTypeConfiguration<EvidenceLevelRow>
{
    public void Configure(EntityTypeBuilder<EvidenceLevelRow> builder)
    {
        builder.ToTable("evidence_levels");
        builder.HasReleaseKey();
        builder.HasClosedList<EvidenceLevelRow, EvidenceLevel>("id");
    }
}
