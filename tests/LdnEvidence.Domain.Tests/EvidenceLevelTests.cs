using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests;

public sealed class EvidenceLevelTests
{
    [Fact]
    public void The_levels_are_exactly_three_strongest_first() =>
        EvidenceLevels
            .Definitions.Select(definition => KebabCase<EvidenceLevel>.Of(definition.Level))
            .ShouldBe(["pilot-trial", "case-series", "anecdotal"]);

    [Fact]
    public void Every_level_is_defined() =>
        EvidenceLevels
            .Definitions.Select(definition => definition.Level)
            .ShouldBe(Enum.GetValues<EvidenceLevel>(), ignoreOrder: true);

    [Fact]
    public void Every_level_has_a_label_and_a_meaning_of_its_own()
    {
        var texts = EvidenceLevels.Definitions.SelectMany(definition => new[] { definition.Label, definition.Meaning });

        texts.ShouldAllBe(text => !string.IsNullOrWhiteSpace(text));
        texts.ShouldBeUnique();
    }

    [Theory]
    [InlineData(StudyDesign.RandomizedCrossoverTrial)]
    [InlineData(StudyDesign.RandomizedParallelTrial)]
    [InlineData(StudyDesign.SingleBlindCrossoverTrial)]
    [InlineData(StudyDesign.OpenLabelTrial)]
    [InlineData(StudyDesign.SingleArmCohort)]
    public void A_trial_that_reports_the_outcome_is_a_pilot_trial(StudyDesign design) =>
        LevelOf(Given.Cited(design)).ShouldBe(("L1", EvidenceLevel.PilotTrial));

    [Theory]
    [InlineData(StudyDesign.RandomizedCrossoverTrial)]
    [InlineData(StudyDesign.RandomizedParallelTrial)]
    [InlineData(StudyDesign.SingleBlindCrossoverTrial)]
    [InlineData(StudyDesign.OpenLabelTrial)]
    [InlineData(StudyDesign.SingleArmCohort)]
    [InlineData(StudyDesign.CaseSeries)]
    [InlineData(StudyDesign.CaseReport)]
    public void A_study_that_does_not_report_the_outcome_lifts_nothing(StudyDesign design) =>
        LevelOf(Given.Cited(design, reportsOutcome: false)).ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Theory]
    [InlineData(StudyDesign.CaseSeries)]
    [InlineData(StudyDesign.CaseReport)]
    public void Described_patients_are_a_case_series(StudyDesign design) =>
        LevelOf(Given.Cited(design)).ShouldBe(("L2", EvidenceLevel.CaseSeries));

    [Fact]
    public void A_narrative_review_never_lifts_a_level() =>
        LevelOf(Given.Cited(StudyDesign.NarrativeReview)).ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Fact]
    public void Laboratory_work_never_lifts_a_level() =>
        LevelOf(Given.Cited(StudyDesign.InVitro)).ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Fact]
    public void No_citation_at_all_is_anecdotal() => LevelOf().ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Fact]
    public void The_strongest_study_gives_the_level() =>
        LevelOf(
                Given.Cited(StudyDesign.NarrativeReview, id: "review"),
                Given.Cited(StudyDesign.CaseReport, id: "report"),
                Given.Cited(StudyDesign.OpenLabelTrial, id: "trial")
            )
            .ShouldBe(("L1", EvidenceLevel.PilotTrial));

    [Fact]
    public void A_trial_that_contradicts_the_claim_is_still_a_pilot_trial() =>
        LevelOf(Given.Cited(StudyDesign.RandomizedParallelTrial, relation: CitationRelation.Contradicts))
            .ShouldBe(("L1", EvidenceLevel.PilotTrial));

    [Theory]
    [InlineData(StudyStanding.Corrected)]
    [InlineData(StudyStanding.Concern)]
    public void A_corrected_or_doubted_study_still_counts(StudyStanding standing) =>
        LevelOf(Given.Cited(StudyDesign.OpenLabelTrial, standing: standing)).ShouldBe(("L1", EvidenceLevel.PilotTrial));

    [Fact]
    public void A_retracted_trial_does_not_count() =>
        LevelOf(Given.Cited(StudyDesign.RandomizedCrossoverTrial, standing: StudyStanding.Retracted))
            .ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Fact]
    public void A_retracted_case_series_does_not_count() =>
        LevelOf(Given.Cited(StudyDesign.CaseSeries, standing: StudyStanding.Retracted))
            .ShouldBe(("L3", EvidenceLevel.Anecdotal));

    [Fact]
    public void Beside_a_retracted_trial_the_next_row_applies() =>
        LevelOf(
                Given.Cited(
                    StudyDesign.RandomizedCrossoverTrial,
                    standing: StudyStanding.Retracted,
                    id: "retracted-trial"
                ),
                Given.Cited(StudyDesign.CaseReport, id: "report")
            )
            .ShouldBe(("L2", EvidenceLevel.CaseSeries));

    private static (string Rule, EvidenceLevel Level) LevelOf(params (Citation, Study)[] cited)
    {
        var trace = EvidenceLevels.Derive(cited);
        return (trace.Rule.Id, trace.Level);
    }
}
