using LdnEvidence.Api.Contracts;
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

    /// <summary>The number of the trial at ClinicalTrials.gov. Only lists use it; it has no column of its own.</summary>
    public string? TrialRegistration { get; init; }

    /// <summary>The row of a record, from its body.</summary>
    public static StudyRow From(int release, int position, StudyResponse study) =>
        new()
        {
            ReleaseNumber = release,
            Id = study.Id,
            Position = position,
            PilotTrialClaims = study.ClaimCounts.PilotTrial,
            CaseSeriesClaims = study.ClaimCounts.CaseSeries,
            AnecdotalClaims = study.ClaimCounts.Anecdotal,
            Title = study.Title,
            Journal = study.Journal,
            Year = study.Year,
            Design = study.Design,
            Standing = study.Standing,
            InterventionMatch = study.InterventionMatch,
            Cohort = study.Cohort,
            SampleSize = study.SampleSize,
            Doi = Domain.Identifiers.Doi.TryParse(study.Doi, out var doi) ? doi.Key : null,
            Pmid = study.Pmid,
            Pmcid = study.Pmcid,
            TrialRegistration = study.TrialRegistration,
        };
}
