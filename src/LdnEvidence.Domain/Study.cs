using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>How a study was done.</summary>
public enum StudyDesign
{
    /// <summary>Participants receive drug and control in random order.</summary>
    RandomizedCrossoverTrial,

    /// <summary>Participants are allocated at random to drug or control.</summary>
    RandomizedParallelTrial,

    /// <summary>Participants receive control and drug in turn without knowing which; the order is not random.</summary>
    SingleBlindCrossoverTrial,

    /// <summary>Everyone receives the drug and knows it; no control group.</summary>
    OpenLabelTrial,

    /// <summary>The drug is given to one group that is followed over time; no control group.</summary>
    SingleArmCohort,

    /// <summary>The course of several treated patients is described.</summary>
    CaseSeries,

    /// <summary>The course of one or very few treated patients is described.</summary>
    CaseReport,

    /// <summary>Other works are discussed without a systematic method; nothing is measured.</summary>
    NarrativeReview,

    /// <summary>Cells are studied in the laboratory; nobody is treated.</summary>
    InVitro,
}

/// <summary>Whether a published study still stands.</summary>
public enum StudyStanding
{
    /// <summary>No notice is known to the catalogue.</summary>
    Current,

    /// <summary>A correction was published.</summary>
    Corrected,

    /// <summary>An expression of concern was published.</summary>
    Concern,

    /// <summary>The study was retracted. It no longer counts towards any level.</summary>
    Retracted,
}

/// <summary>What was studied.</summary>
public enum StudySetting
{
    /// <summary>People.</summary>
    Human,

    /// <summary>Cells or animals in the laboratory.</summary>
    Laboratory,

    /// <summary>Published works.</summary>
    Literature,
}

/// <summary>A cited work. A member that nobody has verified is empty and named in <see cref="NotVerified"/>.</summary>
public sealed record Study
{
    /// <summary>The citation key, such as <c>younger-2009</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>The canonical title.</summary>
    public string? Title { get; init; }

    /// <summary>The authors in order; empty when they were not verified.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>The journal's full name.</summary>
    public required string Journal { get; init; }

    /// <summary>The journal's abbreviation in the NLM Catalog.</summary>
    public string? JournalAbbreviation { get; init; }

    /// <summary>The year of publication.</summary>
    public required int Year { get; init; }

    /// <summary>The volume.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue.</summary>
    public string? Issue { get; init; }

    /// <summary>First and last page, such as <c>145-150</c>, further ranges after commas, or an article number such as <c>CD013045</c>.</summary>
    public string? Pages { get; init; }

    /// <summary>The DOI.</summary>
    public Doi? Doi { get; init; }

    /// <summary>The PubMed identifier.</summary>
    public PubMedId? Pmid { get; init; }

    /// <summary>The PubMed Central identifier, such as <c>PMC3962576</c>.</summary>
    public string? Pmcid { get; init; }

    /// <summary>The journal's ISSNs.</summary>
    public IReadOnlyList<string> Issn { get; init; } = [];

    /// <summary>The trial's number in a public registry, such as <c>NCT00501696</c>.</summary>
    public string? TrialRegistration { get; init; }

    /// <summary>How the study was done.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>Whether the study still stands.</summary>
    public required StudyStanding Standing { get; init; }

    /// <summary>The notice that gave the study a standing other than current.</summary>
    public StandingNotice? StandingNotice { get; init; }

    /// <summary>
    /// The people whom it studied, as a key: studies of the same people have the same. Empty where the study is the only one of its people; its own key
    /// stands for them then.
    /// </summary>
    public Slug? Cohort { get; init; }

    /// <summary>How what it gave relates to low-dose naltrexone; empty where too little of dose or route was seen to say it.</summary>
    public InterventionMatch? InterventionMatch { get; init; }

    /// <summary>Who compared the printed citation with the canonical record, and when.</summary>
    public Check? IdentityChecked { get; init; }

    /// <summary>What was studied.</summary>
    public required StudySetting Setting { get; init; }

    /// <summary>Who or what took part.</summary>
    public string? Population { get; init; }

    /// <summary>How many took part.</summary>
    public int? SampleSize { get; init; }

    /// <summary>What the number leaves unsaid, such as how many completed.</summary>
    public string? SampleSizeNote { get; init; }

    /// <summary>What was given.</summary>
    public required string Substance { get; init; }

    /// <summary>The fixed dose of naltrexone in milligrams per day.</summary>
    public decimal? DoseMgPerDay { get; init; }

    /// <summary>The dose where a single number does not say it, such as dosing by body weight.</summary>
    public string? DoseNote { get; init; }

    /// <summary>The route, such as <c>oral</c>.</summary>
    public string? Route { get; init; }

    /// <summary>How long the treatment or follow-up lasted.</summary>
    public string? Duration { get; init; }

    /// <summary>What was given besides.</summary>
    public IReadOnlyList<string> CoInterventions { get; init; } = [];

    /// <summary>The outcomes that the study names first.</summary>
    public IReadOnlyList<string> PrimaryOutcomes { get; init; } = [];

    /// <summary>What the study found.</summary>
    public required string Result { get; init; }

    /// <summary>The side effects it reports.</summary>
    public string? SideEffects { get; init; }

    /// <summary>Who paid for it, where that was seen.</summary>
    public string? Funding { get; init; }

    /// <summary>The members for which no source was seen; they are empty, or, as for standing, a default.</summary>
    public IReadOnlyList<string> NotVerified { get; init; } = [];

    /// <summary>The citation as the source document prints it.</summary>
    public required PrintedCitation PrintedCitation { get; init; }

    /// <summary>Where the printed citation differs from the canonical record.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; init; } = [];

    /// <summary>Where the source document prints the citation.</summary>
    public required Locator Locator { get; init; }

    /// <summary>Public pages that the record was checked against.</summary>
    public IReadOnlyList<string> CheckedAgainst { get; init; } = [];
}

/// <summary>A published notice on a study: a correction, an expression of concern, a retraction.</summary>
/// <param name="Date">The day on which it was published.</param>
/// <param name="Notice">The notice: its title or what it says in short.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record StandingNotice(DateOnly Date, string Notice, string? Url);

/// <summary>A citation exactly as the source document prints it; a member that it does not print is null.</summary>
public sealed record PrintedCitation(
    string? Authors,
    string Title,
    string Journal,
    int Year,
    string? Volume,
    string? Issue,
    string? Pages,
    string? Doi
);

/// <summary>One difference between the printed citation and the canonical record.</summary>
/// <param name="Field">The member concerned.</param>
/// <param name="Printed">What the document prints, or null where it prints nothing.</param>
/// <param name="Canonical">What is right, or null where that is not one value.</param>
/// <param name="Note">The difference in words.</param>
public sealed record Discrepancy(string Field, string? Printed, string? Canonical, string Note);
