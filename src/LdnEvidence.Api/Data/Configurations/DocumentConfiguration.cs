using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("documents");
        builder.HasKey(document => document.Key);
        builder.Property(document => document.Key).ValueGeneratedNever();
        builder
            .HasOne<ReleaseRow>()
            .WithMany()
            .HasForeignKey(document => document.ReleaseNumber)
            .OnDelete(DeleteBehavior.Restrict);
        // So that documents are counted without going through their bodies.
        builder.HasIndex(document => document.ReleaseNumber);
        builder.HasCheck("key", "key >> 40 = release_number");
    }
}
