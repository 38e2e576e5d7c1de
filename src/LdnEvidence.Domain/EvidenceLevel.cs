using System.Collections.Frozen;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>How strong the cited evidence for a claim is, strongest first. Exactly these three; every claim has exactly one.</summary>
public enum EvidenceLevel
{
    /// <summary>At least one cited study gave the drug to people by plan and reports this outcome.</summary>
    PilotTrial,

    /// <summary>The best cited study that reports this outcome describes treated patients.</summary>
    CaseSeries,

    /// <summary>Practitioner experience, laboratory work, a review, or no citation at all.</summary>
    Anecdotal,
}

/// <summary>A level in words.</summary>
/// <param name="Level">The level.</param>
/// <param name="Label">The name to show.</param>
/// <param name="Meaning">What it says of the evidence, and what it does not.</param>
public sealed record EvidenceLevelDefinition(EvidenceLevel Level, string Label, string Meaning)
{
    /// <summary>Phrases that say no more than the level does.</summary>
    public required IReadOnlyList<string> WordingToUse { get; init; }

    /// <summary>Phrases that say more than the level does.</summary>
    public required IReadOnlyList<string> WordingNotToUse { get; init; }
}

/// <summary>
/// One row of the decision table. A citation counts for the row when it reports the outcome and its study has one of the row's designs and
/// none of the excluded standings; the row matches when a citation counts, or always when it lists no design.
/// </summary>
/// <param name="Id">The row's name, such as <c>L1</c>.</param>
/// <param name="Level">The level that the row gives.</param>
/// <param name="Designs">The designs that count; empty in the last row, which matches whatever is left.</param>
/// <param name="ExcludedStandings">The standings that keep a study from counting.</param>
public sealed record EvidenceRule(
    string Id,
    EvidenceLevel Level,
    FrozenSet<StudyDesign> Designs,
    FrozenSet<StudyStanding> ExcludedStandings
)
{
    /// <summary>The row in words, written from its own data.</summary>
    public string When =>
        Designs.Count == 0
            ? "Anything else: practitioner experience, laboratory work, a review, or no citation at all."
            : $"At least one citation with reportsOutcome to a study of design {Spell(Designs)}, unless its standing is {Spell(ExcludedStandings)}.";

    /// <summary>Whether a citation counts for this row.</summary>
    public bool Counts(Citation citation, Study study) =>
        citation.ReportsOutcome && Designs.Contains(study.Design) && !ExcludedStandings.Contains(study.Standing);

    private static string Spell<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum => string.Join(" or ", values.Order().Select(KebabCase<TEnum>.Of));
}

/// <summary>Why a citation did not count towards a level.</summary>
public enum NotCountedReason
{
    /// <summary>The study does not itself report this outcome in this condition.</summary>
    DoesNotReportOutcome,

    /// <summary>The study was retracted.</summary>
    Retracted,

    /// <summary>A narrative review or laboratory work never lifts a level.</summary>
    DesignNeverCounts,

    /// <summary>The study counts for a weaker level than the one that was reached.</summary>
    WeakerThanLevel,
}

/// <summary>A citation that did not count, and why.</summary>
public sealed record NotCounted(Slug Study, NotCountedReason Reason)
{
    /// <summary>The reason in a few words; of a design that never counts, the design itself.</summary>
    public string InWords(Study study) =>
        Reason switch
        {
            NotCountedReason.DesignNeverCounts => KebabCase<StudyDesign>.Of(study.Design).Replace('-', ' '),
            NotCountedReason.DoesNotReportOutcome => "does not report this outcome",
            NotCountedReason.Retracted => "retracted",
            _ => "weaker than the level that was reached",
        };
}

/// <summary>How a level was derived.</summary>
/// <param name="Level">The level.</param>
/// <param name="Rule">The row of the decision table that matched first.</param>
/// <param name="Counted">The studies that made it match.</param>
/// <param name="NotCounted">Every other cited study, with the reason.</param>
public sealed record LevelTrace(
    EvidenceLevel Level,
    EvidenceRule Rule,
    IReadOnlyList<Slug> Counted,
    IReadOnlyList<NotCounted> NotCounted
);

/// <summary>The levels and the one decision table that derives them.</summary>
public static class EvidenceLevels
{
    private static readonly FrozenSet<StudyStanding> Withdrawn = [StudyStanding.Retracted];

    private static readonly string[] NeverToUse =
    [
        "proven",
        "proves",
        "is effective",
        "cures",
        "works for",
        "studies show",
        "studies have shown",
        "research shows",
    ];

    private static readonly string[] OnlyOfTrials = ["small trial", "in a trial", "in trials", "clinical trial"];

    /// <summary>The version of the decision table: another one whenever a row changes.</summary>
    public static string TableVersion => "1";

    /// <summary>The levels, strongest first.</summary>
    public static IReadOnlyList<EvidenceLevelDefinition> Definitions { get; } =
    [
        new(
            EvidenceLevel.PilotTrial,
            "Pilot trial",
            "At least one cited study gave the drug to people by plan and reports this outcome. It says what kind of study exists, "
                + "not that the result was favourable: read it together with fidelity. The cited trials are small and short."
        )
        {
            WordingToUse = ["in one small trial of 10 people", "was reported to", "bears it out only in part"],
            WordingNotToUse = [.. NeverToUse, "large trial"],
        },
        new(
            EvidenceLevel.CaseSeries,
            "Case series",
            "The best cited study that reports this outcome describes the course of treated patients, without a comparison group. "
                + "It cannot show that the drug caused the outcome."
        )
        {
            WordingToUse = ["in a small case series of 11 patients", "in three reported cases", "was reported to"],
            WordingNotToUse = [.. NeverToUse, .. OnlyOfTrials],
        },
        new(
            EvidenceLevel.Anecdotal,
            "Anecdotal",
            "No cited study in people that still stands reports this outcome: the claim rests on practitioner experience, laboratory work, a review, or nothing."
        )
        {
            WordingToUse =
            [
                "on the clinic's page",
                "is said to",
                "the page cites nothing for it",
                "in one laboratory study",
            ],
            WordingNotToUse = [.. NeverToUse, .. OnlyOfTrials, "in a case series", "in patients"],
        },
    ];

    /// <summary>A level in words.</summary>
    public static EvidenceLevelDefinition Definition(EvidenceLevel level) =>
        Definitions.First(definition => definition.Level == level);

    /// <summary>The decision table; the first row that matches wins.</summary>
    public static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        new(
            "L1",
            EvidenceLevel.PilotTrial,
            [
                StudyDesign.RandomizedCrossoverTrial,
                StudyDesign.RandomizedParallelTrial,
                StudyDesign.SingleBlindCrossoverTrial,
                StudyDesign.OpenLabelTrial,
                StudyDesign.SingleArmCohort,
            ],
            Withdrawn
        ),
        new("L2", EvidenceLevel.CaseSeries, [StudyDesign.CaseSeries, StudyDesign.CaseReport], Withdrawn),
        new("L3", EvidenceLevel.Anecdotal, [], []),
    ];

    /// <summary>Derives a claim's level from its citations and the studies they name.</summary>
    public static LevelTrace Derive(IReadOnlyCollection<(Citation Citation, Study Study)> cited)
    {
        foreach (var rule in Rules)
        {
            var counts = cited.ToLookup(link => rule.Counts(link.Citation, link.Study));
            if (counts[true].Any() || rule.Designs.Count == 0)
            {
                return new LevelTrace(
                    rule.Level,
                    rule,
                    [.. counts[true].Select(link => link.Study.Id)],
                    [.. counts[false].Select(link => new NotCounted(link.Study.Id, WhyNot(link.Citation, link.Study)))]
                );
            }
        }

        throw new InvalidOperationException("The last row of the decision table must match everything.");
    }

    private static NotCountedReason WhyNot(Citation citation, Study study) =>
        !Rules.Any(rule => rule.Designs.Contains(study.Design)) ? NotCountedReason.DesignNeverCounts
        : !citation.ReportsOutcome ? NotCountedReason.DoesNotReportOutcome
        : study.Standing == StudyStanding.Retracted ? NotCountedReason.Retracted
        : NotCountedReason.WeakerThanLevel;
}
