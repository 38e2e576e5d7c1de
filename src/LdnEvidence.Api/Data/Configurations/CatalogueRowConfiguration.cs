using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

/// <summary>What every record has: a key that carries its release, a place in the order.</summary>
internal static class CatalogueRowConfiguration
{
    public static void HasReleaseKey<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : CatalogueRow
    {
        row.HasKey(record => new { record.ReleaseNumber, record.Id });
        row.HasIndex(record => new { record.ReleaseNumber, record.Position }).IsUnique();
        row.HasOne<ReleaseRow>()
            .WithMany()
            .HasForeignKey(record => record.ReleaseNumber)
            .OnDelete(DeleteBehavior.Restrict);
        row.Property(record => record.Id).HasMaxLength(Slug.MaximumLength);
        row.HasCheck("id", "length(id) BETWEEN 1 AND 80 AND id NOT GLOB '*[^a-z0-9-]*'");
        row.HasCheck("position", "position >= 1");
    }

    public static void HasClaimCounts<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : CountedRow =>
        row.HasCheck("claim_counts", "pilot_trial_claims >= 0 AND case_series_claims >= 0 AND anecdotal_claims >= 0");

    public static void HasName<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : NamedRow => row.HasIndex(record => new { record.ReleaseNumber, record.Name }).IsUnique();

    /// <summary>Lets the database itself refuse a value outside the closed list.</summary>
    public static void HasClosedList<TRow, TEnum>(this EntityTypeBuilder<TRow> row, string column)
        where TRow : class
        where TEnum : struct, Enum =>
        row.HasCheck(column, $"{column} IN ({string.Join(", ", KebabCase<TEnum>.All.Select(value => $"'{value}'"))})");

    public static void HasCheck<TRow>(this EntityTypeBuilder<TRow> row, string name, string condition)
        where TRow : class
    {
        var table = row.Metadata.GetTableName();
        row.ToTable(named => named.HasCheckConstraint($"ck_{table}_{name}", condition));
    }
}
