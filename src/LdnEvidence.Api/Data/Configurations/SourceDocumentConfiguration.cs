using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class SourceDocumentConfiguration : IEntityTypeConfiguration<SourceDocumentRow>
{
    public void Configure(EntityTypeBuilder<SourceDocumentRow> builder)
    {
        builder.ToTable("source_documents");
        builder.HasReleaseKey();
    }
}
