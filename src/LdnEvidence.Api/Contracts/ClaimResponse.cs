using System.Text.Json.Serialization;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Wording;

namespace LdnEvidence.Api.Contracts;

/// <summary>
/// One sentence about LDN in the catalogue's own words, with the strength of the cited evidence and whether the cited source says so. Show
/// evidenceLevel and fidelity together: a pilot trial may contradict the claim.
/// </summary>
public sealed record ClaimResponse
{
    /// <summary>The key.</summary>
    public required string Id { get; init; }

    /// <summary>What the claim is about.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What the source document says, in one sentence. The catalogue repeats it and does not endorse it.</summary>
    public required string Statement { get; init; }

    /// <summary>What to show of the claim, with the hedge that evidenceLevel and fidelity demand; null in releases older than it.</summary>
    public DisplayResponse? Display { get; init; }

    /// <summary>How strong the cited evidence is: the kind of study, not its result.</summary>
    public required EvidenceLevel EvidenceLevel { get; init; }

    /// <summary>How the level was derived.</summary>
    public required LevelTraceResponse LevelTrace { get; init; }

    /// <summary>The level that the document's own words suggest; null where they suggest none, or where the subject is not an effect.</summary>
    public EvidenceLevel? ImpliedLevel { get; init; }

    /// <summary>How strong the document makes the claim sound, against evidenceLevel; null where impliedLevel is.</summary>
    public LevelGap? LevelGap { get; init; }

    /// <summary>The nearest to naltrexone up to 5 mg a day by mouth that any counted study gave; null where none counted, or where it is not known of any.</summary>
    public InterventionMatch? InterventionMatch { get; init; }

    /// <summary>How many different groups of people the counted studies studied; several reports on the same people are one.</summary>
    public int IndependentCohorts { get; init; }

    /// <summary>How many people these groups had; null where no study counted, or where the size of a group is not known.</summary>
    public int? Participants { get; init; }

    /// <summary>False where the subject is not an effect (a regulatory fact, a dose range, a practice): do not present the level as evidence then.</summary>
    public required bool LevelIsMeaningful { get; init; }

    /// <summary>Whether the cited source says what the document claims, and whether this sentence says what the document says.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>The conditions that the claim is about.</summary>
    public required IReadOnlyList<RecordReference> Conditions { get; init; }

    /// <summary>The mechanisms that the claim is about.</summary>
    public required IReadOnlyList<RecordReference> Mechanisms { get; init; }

    /// <summary>What the claim says changes.</summary>
    public required OutcomeReference Outcome { get; init; }

    /// <summary>The way in which the outcome is said to change.</summary>
    public required ClaimDirection Direction { get; init; }

    /// <summary>The studies that the document cites for the claim.</summary>
    public required IReadOnlyList<CitationResponse> Citations { get; init; }

    /// <summary>What is right where the document is wrong and that is known; otherwise null.</summary>
    public required string? Correction { get; init; }

    /// <summary>Where the claim stands in the source document.</summary>
    public required LocatorResponse Locator { get; init; }

    /// <summary>Where to go from here.</summary>
    public required ClaimLinks Links { get; init; }

    internal static ClaimResponse From(Claim claim, Catalogue catalogue, Assessment assessment) =>
        new()
        {
            Id = claim.Id.Value,
            Kind = claim.Kind,
            Statement = claim.Statement,
            Display = DisplayResponse.From(Domain.Wording.Display.Of(claim, assessment, catalogue)),
            EvidenceLevel = assessment.Trace.Level,
            LevelTrace = LevelTraceResponse.From(assessment, catalogue),
            ImpliedLevel = claim.ImpliedLevel,
            LevelGap = assessment.LevelGap,
            InterventionMatch = assessment.InterventionMatch,
            IndependentCohorts = assessment.IndependentCohorts,
            Participants = assessment.Participants,
            LevelIsMeaningful = claim.LevelIsMeaningful,
            Fidelity = claim.Fidelity,
            Conditions = [.. claim.Conditions.Select(id => RecordReference.To(catalogue.Condition(id)!))],
            Mechanisms = [.. claim.Mechanisms.Select(id => RecordReference.To(catalogue.Mechanism(id)!))],
            Outcome = OutcomeReference.To(catalogue.Outcome(claim.Outcome)!),
            Direction = claim.Direction,
            Citations =
            [
                .. claim.Citations.Select(citation =>
                    CitationResponse.From(citation, catalogue.Study(citation.Study)!)
                ),
            ],
            Correction = claim.Correction,
            Locator = LocatorResponse.From(claim.Locator, catalogue.Document),
            Links = new ClaimLinks(Address.Of(Address.Claims, claim.Id))
            {
                Html = Address.PageOf(Address.Claims, claim.Id.Value),
            },
        };
}

/// <summary>What an app may show of a claim. It follows from the record by rule and is never stronger than the source.</summary>
/// <param name="Text">The sentence to show.</param>
/// <param name="Caveat">What to show with it, in one sentence or two.</param>
/// <param name="MustNotSay">Phrases that would say more than is known of this claim.</param>
public sealed record DisplayResponse(string Text, string Caveat, IReadOnlyList<string> MustNotSay)
{
    internal static DisplayResponse From(Display display) => new(display.Text, display.Caveat, display.MustNotSay);
}

/// <summary>The rule that gave the level, and what became of each cited study.</summary>
/// <param name="Rule">The row of the decision table that matched first; /api/v1/evidence-levels serves the table.</param>
/// <param name="CountedStudies">The studies that made the row match.</param>
/// <param name="NotCounted">Every other cited study, and why it did not count.</param>
public sealed record LevelTraceResponse(
    string Rule,
    IReadOnlyList<string> CountedStudies,
    IReadOnlyList<NotCountedResponse> NotCounted
)
{
    /// <summary>What to bear in mind about the counted studies: that none of them gave naltrexone alone, for example. Null where there is nothing to add.</summary>
    public string? Caution { get; init; }

    internal static LevelTraceResponse From(Assessment assessment, Catalogue catalogue)
    {
        var trace = assessment.Trace;
        return new(
            trace.Rule.Id,
            [.. trace.Counted.Select(study => study.Value)],
            [
                .. trace.NotCounted.Select(left => new NotCountedResponse(left.Study.Value, left.Reason)
                {
                    Why = left.InWords(catalogue.Study(left.Study)!),
                }),
            ]
        )
        {
            Caution = assessment.IsOfOtherInterventions
                ? "No counted study is known to have given naltrexone up to 5 mg a day by mouth and nothing besides."
                : null,
        };
    }
}

/// <summary>A cited study that did not count towards the level.</summary>
/// <param name="Study">The citation key.</param>
/// <param name="Reason">Why it did not count.</param>
public sealed record NotCountedResponse(string Study, NotCountedReason Reason)
{
    /// <summary>The reason in a few words, such as "narrative review".</summary>
    public string? Why { get; init; }
}

/// <summary>What a study reports on the claim.</summary>
/// <param name="Study">The study in short.</param>
/// <param name="Relation">Whether the study speaks for or against the claim.</param>
/// <param name="ReportsOutcome">Whether the study itself reports this outcome in this condition; only then can it lift the level.</param>
/// <param name="Note">What the study reports, with its weakness.</param>
public sealed record CitationResponse(CitedStudy Study, CitationRelation Relation, bool ReportsOutcome, string Note)
{
    internal static CitationResponse From(Citation citation, Study study) =>
        new(
            new CitedStudy(
                study.Id.Value,
                study.Title,
                study.Year,
                study.Doi?.Value,
                CitationText.Of(study),
                Address.Of(Address.Studies, study.Id)
            ),
            citation.Relation,
            citation.ReportsOutcome,
            citation.Note
        );
}

/// <summary>A cited study in short.</summary>
/// <param name="Id">The citation key.</param>
/// <param name="Title">The canonical title; null where it was not verified.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Doi">The DOI; null where there is none or it was not seen.</param>
/// <param name="Citation">The whole citation as one text, ready to show.</param>
/// <param name="Link">The study's full record.</param>
public sealed record CitedStudy(string Id, string? Title, int Year, string? Doi, string Citation, string Link);

/// <summary>Where to go from a claim.</summary>
/// <param name="Self">This claim.</param>
public sealed record ClaimLinks(string Self)
{
    /// <summary>The page that shows this claim to people; missing in releases older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }
}
