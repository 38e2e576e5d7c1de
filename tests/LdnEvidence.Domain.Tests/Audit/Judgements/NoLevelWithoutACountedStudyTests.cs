using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class NoLevelWithoutACountedStudyTests
{
    private const string Rule = "no-level-without-a-counted-study";

    private const string Place = "claims.json > eff-fibromyalgia-pain > citations";

    [Theory]
    [InlineData(StudySetting.Laboratory)]
    [InlineData(StudySetting.Literature)]
    public void A_trial_that_was_not_done_in_people_carries_no_level(StudySetting setting) =>
        Given.ACatalogue().WhereTheStudy(study => study with { Setting = setting }).ShouldBreakOnly(Rule, Place);

    [Fact]
    public void A_case_series_that_was_not_done_in_people_carries_no_level() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Design = StudyDesign.CaseSeries, Setting = StudySetting.Laboratory })
            .ShouldBreakOnly(Rule, Place);

    [Fact]
    public void One_study_in_people_is_enough() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Setting = StudySetting.Laboratory })
            .And(Given.AStudy("other-2010"))
            .WhereTheClaim(claim => claim with { Citations = [.. claim.Citations, Given.ACitation("other-2010")] })
            .ShouldBreakNothing();

    [Fact]
    public void An_anecdotal_claim_needs_no_study() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Design = StudyDesign.InVitro, Setting = StudySetting.Laboratory })
            .ShouldBreakNothing();

    [Fact]
    public void A_retracted_study_lowers_the_level_and_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Standing = StudyStanding.Retracted, StandingNotice = Given.ANotice() })
            .ShouldBreakNothing();
}
