using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class StudyRow : CountedRow
{
    public string? Title { get; init; }

    public required string Journal { get; init; }

    public required int Year { get; init; }

    public required StudyDesign Design { get; init; }

    public required StudyStanding Standing { get; init; }

    public InterventionMatch? InterventionMatch { get; init; }

    /// <summary>The people whom it studied; null in releases that did not say it.</summary>
    public string? Cohort { get; init; }

    public int? SampleSize { get; init; }

    /// <summary>In lower case: DOIs that differ only in case are the same.</summary>
    public string? Doi { get; init; }

    public string? Pmid { get; init; }

    public string? Pmcid { get; init; }
}
