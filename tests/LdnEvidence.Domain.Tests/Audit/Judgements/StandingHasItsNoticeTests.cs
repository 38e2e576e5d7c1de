using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class StandingHasItsNoticeTests
{
    private const string Rule = "standing-has-its-notice";

    private const string Place = "studies.json > younger-2009 > standingNotice";

    [Theory]
    [InlineData(StudyStanding.Corrected)]
    [InlineData(StudyStanding.Concern)]
    [InlineData(StudyStanding.Retracted)]
    public void A_standing_other_than_current_without_a_notice_is_a_fault(StudyStanding standing) =>
        Given.ACatalogue().WhereTheStudy(study => study with { Standing = standing }).ShouldBreakOnly(Rule, Place);

    [Theory]
    [InlineData(StudyStanding.Corrected)]
    [InlineData(StudyStanding.Concern)]
    [InlineData(StudyStanding.Retracted)]
    public void A_standing_other_than_current_with_its_notice_is_no_fault(StudyStanding standing) =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Standing = standing, StandingNotice = Given.ANotice() })
            .ShouldBreakNothing();

    [Fact]
    public void A_notice_beside_the_standing_current_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { StandingNotice = Given.ANotice() })
            .ShouldBreakOnly(Rule, Place);
}
