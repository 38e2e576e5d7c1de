using LdnEvidence.Api.Data.Configurations;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace LdnEvidence.Api.Data;

/// <summary>Every release that was ever published. Rows are added by publishing and never changed.</summary>
internal sealed class CatalogueDbContext(DbContextOptions<CatalogueDbContext> options) : DbContext(options)
{
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<SourceDocumentRow> SourceDocuments => Set<SourceDocumentRow>();

    public DbSet<EvidenceLevelRow> EvidenceLevels => Set<EvidenceLevelRow>();

    public DbSet<ConditionRow> Conditions => Set<ConditionRow>();

    public DbSet<NarrowerConditionRow> NarrowerConditions => Set<NarrowerConditionRow>();

    public DbSet<MechanismRow> Mechanisms => Set<MechanismRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<StudyRow> Studies => Set<StudyRow>();

    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<ListColumnRow> ListColumns => Set<ListColumnRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CatalogueDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Lists are made from their columns, and nothing that others refer to is ever deleted, so nobody looks for rows by what they refer to.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<EvidenceLevel>().HaveConversion<KebabCaseConverter<EvidenceLevel>>();
        configurationBuilder.Properties<ClaimKind>().HaveConversion<KebabCaseConverter<ClaimKind>>();
        configurationBuilder.Properties<ClaimDirection>().HaveConversion<KebabCaseConverter<ClaimDirection>>();
        configurationBuilder.Properties<SourceFidelity>().HaveConversion<KebabCaseConverter<SourceFidelity>>();
        configurationBuilder.Properties<DocumentFidelity>().HaveConversion<KebabCaseConverter<DocumentFidelity>>();
        configurationBuilder.Properties<CitationRelation>().HaveConversion<KebabCaseConverter<CitationRelation>>();
        configurationBuilder.Properties<StudyDesign>().HaveConversion<KebabCaseConverter<StudyDesign>>();
        configurationBuilder.Properties<StudyStanding>().HaveConversion<KebabCaseConverter<StudyStanding>>();
        configurationBuilder.Properties<LevelGap>().HaveConversion<KebabCaseConverter<LevelGap>>();
        configurationBuilder.Properties<InterventionMatch>().HaveConversion<KebabCaseConverter<InterventionMatch>>();
        configurationBuilder.Properties<OutcomeDomain>().HaveConversion<KebabCaseConverter<OutcomeDomain>>();
    }
}
