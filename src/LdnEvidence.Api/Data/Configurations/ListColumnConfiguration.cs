using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class ListColumnConfiguration : IEntityTypeConfiguration<ListColumnRow>
{
    public void Configure(EntityTypeBuilder<ListColumnRow> builder)
    {
        builder.ToTable("list_columns");
        builder.HasKey(column => new
        {
            column.ReleaseNumber,
            column.Collection,
            column.Name,
        });
        builder
            .HasOne<ReleaseRow>()
            .WithMany()
            .HasForeignKey(column => column.ReleaseNumber)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
