using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LdnEvidence.Api.Data.Configurations;

internal sealed class StudyConfiguration : IEntityTypeConfiguration<StudyRow>
{
    public void Configure(EntityTypeBuilder<StudyRow> builder)
    {
        builder.ToTable("studies");
        builder.Ignore(study => study.TrialRegistration);
        builder.HasReleaseKey();
        builder.HasClaimCounts();
        builder.HasIndex(study => new { study.ReleaseNumber, study.Doi }).IsUnique();
        builder.HasIndex(study => new { study.ReleaseNumber, study.Pmid }).IsUnique();
        builder.HasIndex(study => new { study.ReleaseNumber, study.Pmcid }).IsUnique();
        builder.HasClosedList<StudyRow, StudyDesign>("design");
        builder.HasClosedList<StudyRow, StudyStanding>("standing");
        builder.HasCheck("year", "year BETWEEN 1800 AND 2100");
        builder.HasCheck("sample_size", "sample_size IS NULL OR sample_size >= 1");
        builder.HasCheck("doi", "doi IS NULL OR (doi LIKE '10.%/%' AND doi = lower(doi))");
        builder.HasCheck("pmid", "pmid IS NULL OR (length(pmid) BETWEEN 1 AND 8 AND pmid NOT GLOB '*[^0-9]*')");
    }
}
