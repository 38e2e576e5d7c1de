using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests;

public sealed class LevelTraceTests
{
    private static readonly (Citation, Study) Trial = Given.Cited(StudyDesign.OpenLabelTrial, id: "trial");

    [Fact]
    public void Every_study_that_made_the_row_match_is_counted_in_the_order_of_the_citations()
    {
        var trace = EvidenceLevels.Derive([
            Given.Cited(StudyDesign.SingleArmCohort, id: "second"),
            Given.Cited(StudyDesign.CaseReport, id: "report"),
            Given.Cited(StudyDesign.OpenLabelTrial, id: "first"),
        ]);

        trace.Counted.ShouldBe([Given.Key("second"), Given.Key("first")]);
    }

    [Fact]
    public void Nothing_is_counted_for_an_anecdotal_claim()
    {
        var trace = EvidenceLevels.Derive([Given.Cited(StudyDesign.NarrativeReview)]);

        trace.Counted.ShouldBeEmpty();
    }

    [Fact]
    public void The_rule_of_the_trace_is_the_row_of_the_table()
    {
        var trace = EvidenceLevels.Derive([Given.Cited(StudyDesign.CaseSeries)]);

        trace.Rule.ShouldBeSameAs(EvidenceLevels.Rules[1]);
    }

    [Theory]
    [InlineData(StudyDesign.CaseSeries, true, StudyStanding.Current, NotCountedReason.WeakerThanLevel)]
    [InlineData(StudyDesign.CaseReport, true, StudyStanding.Concern, NotCountedReason.WeakerThanLevel)]
    [InlineData(StudyDesign.OpenLabelTrial, false, StudyStanding.Current, NotCountedReason.DoesNotReportOutcome)]
    [InlineData(StudyDesign.CaseReport, false, StudyStanding.Current, NotCountedReason.DoesNotReportOutcome)]
    [InlineData(StudyDesign.OpenLabelTrial, true, StudyStanding.Retracted, NotCountedReason.Retracted)]
    [InlineData(StudyDesign.CaseSeries, true, StudyStanding.Retracted, NotCountedReason.Retracted)]
    [InlineData(StudyDesign.NarrativeReview, true, StudyStanding.Current, NotCountedReason.DesignNeverCounts)]
    [InlineData(StudyDesign.InVitro, true, StudyStanding.Current, NotCountedReason.DesignNeverCounts)]
    public void A_study_that_does_not_count_has_its_reason(
        StudyDesign design,
        bool reportsOutcome,
        StudyStanding standing,
        NotCountedReason reason
    )
    {
        var trace = EvidenceLevels.Derive([Trial, Given.Cited(design, reportsOutcome, standing, id: "other")]);

        trace.NotCounted.ShouldBe([new NotCounted(Given.Key("other"), reason)]);
    }

    [Fact]
    public void A_review_that_does_not_report_the_outcome_is_named_for_its_design()
    {
        var trace = EvidenceLevels.Derive([Given.Cited(StudyDesign.NarrativeReview, reportsOutcome: false)]);

        trace.NotCounted.ShouldHaveSingleItem().Reason.ShouldBe(NotCountedReason.DesignNeverCounts);
    }

    [Fact]
    public void A_retracted_study_that_does_not_report_the_outcome_would_not_count_even_if_it_stood()
    {
        var trace = EvidenceLevels.Derive([
            Given.Cited(StudyDesign.OpenLabelTrial, reportsOutcome: false, StudyStanding.Retracted),
        ]);

        trace.NotCounted.ShouldHaveSingleItem().Reason.ShouldBe(NotCountedReason.DoesNotReportOutcome);
    }

    [Fact]
    public void The_reason_does_not_need_a_counted_study()
    {
        var trace = EvidenceLevels.Derive([Given.Cited(StudyDesign.OpenLabelTrial, standing: StudyStanding.Retracted)]);

        trace.NotCounted.ShouldBe([new NotCounted(Given.Key("younger-2009"), NotCountedReason.Retracted)]);
    }
}
