using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class ReleaseConfiguration
    : IEntityTypeConfiguration<ReleaseRow>,
        IEntityTypeConfiguration<ReleaseSealRow>
{
    public void Configure(EntityTypeBuilder<ReleaseRow> builder)
    {
        builder.ToTable("releases");
        builder.HasKey(release => release.Number);
        builder.Property(release => release.Number).ValueGeneratedNever();
        // The provider's text has no zone; what is stored is always UTC and is read back as UTC.
        builder
            .Property(release => release.PublishedAt)
            .HasConversion(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
        builder.HasIndex(release => release.PublishedAt);
        builder.HasCheck("number", "number >= 1");
        builder.HasCheck("digest", "length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'");
    }

    public void Configure(EntityTypeBuilder<ReleaseSealRow> builder)
    {
        builder.ToTable("release_seals");
        builder.HasKey(seal => seal.ReleaseNumber);
        builder.Property(seal => seal.ReleaseNumber).ValueGeneratedNever();
        builder
            .HasOne<ReleaseRow>()
            .WithOne()
            .HasForeignKey<ReleaseSealRow>(seal => seal.ReleaseNumber)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
