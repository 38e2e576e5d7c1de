using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>A cited work. A member for which no source was seen is null or empty and named in notVerified.</summary>
public sealed record StudyResponse
{
    /// <summary>The citation key.</summary>
    public required string Id { get; init; }

    /// <summary>The whole citation as one text, ready to show. Parts that are known only from the source document are marked "as printed".</summary>
    public required string Citation { get; init; }

    /// <summary>The canonical title; null where it was not verified.</summary>
    public required string? Title { get; init; }

    /// <summary>The authors in order; empty where they were not verified.</summary>
    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>The journal's full name.</summary>
    public required string Journal { get; init; }

    /// <summary>The journal's abbreviation.</summary>
    public required string? JournalAbbreviation { get; init; }

    /// <summary>The year of publication.</summary>
    public required int Year { get; init; }

    /// <summary>The volume.</summary>
    public required string? Volume { get; init; }

    /// <summary>The issue.</summary>
    public required string? Issue { get; init; }

    /// <summary>First and last page (145-150), with further ranges after commas (121-129, 131-142), or an article number (CD013045).</summary>
    public required string? Pages { get; init; }

    /// <summary>The DOI, without resolver.</summary>
    public required string? Doi { get; init; }

    /// <summary>The PubMed identifier.</summary>
    public required string? Pmid { get; init; }

    /// <summary>The PubMed Central identifier.</summary>
    public required string? Pmcid { get; init; }

    /// <summary>The journal's ISSNs.</summary>
    public required IReadOnlyList<string> Issn { get; init; }

    /// <summary>The trial's number in a public registry.</summary>
    public required string? TrialRegistration { get; init; }

    /// <summary>How the study was done.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>Whether the study still stands.</summary>
    public required StudyStanding Standing { get; init; }

    /// <summary>The notice that gave the study its standing; null where the standing is current.</summary>
    public StandingNotice? StandingNotice { get; init; }

    /// <summary>The people whom it studied, as a key: studies with the same key are not independent of each other.</summary>
    public string? Cohort { get; init; }

    /// <summary>How what it gave relates to naltrexone up to 5 mg a day by mouth; null where too little of it was seen.</summary>
    public InterventionMatch? InterventionMatch { get; init; }

    /// <summary>Whether the printed citation is this work's: what was compared, field by field, by whom and when.</summary>
    public CitationIdentityResponse? Identity { get; init; }

    /// <summary>What was studied: people, laboratory material or published works.</summary>
    public required StudySetting Setting { get; init; }

    /// <summary>Who or what took part.</summary>
    public required string? Population { get; init; }

    /// <summary>How many took part.</summary>
    public required int? SampleSize { get; init; }

    /// <summary>What the number leaves unsaid.</summary>
    public required string? SampleSizeNote { get; init; }

    /// <summary>What was given.</summary>
    public required string Substance { get; init; }

    /// <summary>The fixed dose of naltrexone in milligrams per day; null where there is none or it was not seen.</summary>
    public required decimal? DoseMgPerDay { get; init; }

    /// <summary>The dose where a single number does not say it.</summary>
    public required string? DoseNote { get; init; }

    /// <summary>The route of administration.</summary>
    public required string? Route { get; init; }

    /// <summary>How long treatment or follow-up lasted.</summary>
    public required string? Duration { get; init; }

    /// <summary>What was given besides.</summary>
    public required IReadOnlyList<string> CoInterventions { get; init; }

    /// <summary>The outcomes that the study names first.</summary>
    public required IReadOnlyList<string> PrimaryOutcomes { get; init; }

    /// <summary>What the study found.</summary>
    public required string Result { get; init; }

    /// <summary>The side effects it reports.</summary>
    public required string? SideEffects { get; init; }

    /// <summary>Who paid for it.</summary>
    public required string? Funding { get; init; }

    /// <summary>Members for which no source was seen. Standing is named here as long as nobody has searched for notices.</summary>
    public required IReadOnlyList<string> NotVerified { get; init; }

    /// <summary>The citation exactly as the source document prints it.</summary>
    public required PrintedCitation PrintedCitation { get; init; }

    /// <summary>Where the printed citation differs from the canonical record.</summary>
    public required IReadOnlyList<Discrepancy> Discrepancies { get; init; }

    /// <summary>Where the source document prints the citation.</summary>
    public required LocatorResponse Locator { get; init; }

    /// <summary>Public pages that the record was checked against.</summary>
    public required IReadOnlyList<string> CheckedAgainst { get; init; }

    /// <summary>Claims that cite this study, by level.</summary>
    public required ClaimCounts ClaimCounts { get; init; }

    /// <summary>Where to go from here.</summary>
    public required RecordLinks Links { get; init; }

    internal static StudyResponse From(Study study, Catalogue catalogue, ClaimCounts counts) =>
        new()
        {
            Id = study.Id.Value,
            Citation = CitationText.Of(study),
            Title = study.Title,
            Authors = study.Authors,
            Journal = study.Journal,
            JournalAbbreviation = study.JournalAbbreviation,
            Year = study.Year,
            Volume = study.Volume,
            Issue = study.Issue,
            Pages = study.Pages,
            Doi = study.Doi?.Value,
            Pmid = study.Pmid?.Value,
            Pmcid = study.Pmcid,
            Issn = study.Issn,
            TrialRegistration = study.TrialRegistration,
            Design = study.Design,
            Standing = study.Standing,
            StandingNotice = study.StandingNotice,
            Cohort = (study.Cohort ?? study.Id).Value,
            InterventionMatch = study.InterventionMatch,
            Identity = CitationIdentityResponse.From(study),
            Setting = study.Setting,
            Population = study.Population,
            SampleSize = study.SampleSize,
            SampleSizeNote = study.SampleSizeNote,
            Substance = study.Substance,
            DoseMgPerDay = study.DoseMgPerDay,
            DoseNote = study.DoseNote,
            Route = study.Route,
            Duration = study.Duration,
            CoInterventions = study.CoInterventions,
            PrimaryOutcomes = study.PrimaryOutcomes,
            Result = study.Result,
            SideEffects = study.SideEffects,
            Funding = study.Funding,
            NotVerified = study.NotVerified,
            PrintedCitation = study.PrintedCitation,
            Discrepancies = study.Discrepancies,
            Locator = LocatorResponse.From(study.Locator, catalogue.Document),
            CheckedAgainst = study.CheckedAgainst,
            ClaimCounts = counts,
            Links = RecordLinks.Of(Address.Studies, study.Id),
        };
}
