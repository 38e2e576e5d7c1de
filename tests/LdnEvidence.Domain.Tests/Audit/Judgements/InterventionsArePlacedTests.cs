using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class InterventionsArePlacedTests
{
    [Fact]
    public void A_study_that_does_not_say_how_its_intervention_relates_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { InterventionMatch = null, NotVerified = ["volume"] })
            .ShouldBreakOnly("interventions-are-placed", "studies.json > younger-2009 > interventionMatch");

    [Fact]
    public void A_study_may_say_that_it_is_not_known() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { InterventionMatch = null, NotVerified = ["interventionMatch"] })
            .ShouldBreakNothing();

    [Fact]
    public void A_study_of_something_else_altogether_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { InterventionMatch = InterventionMatch.NotLdn })
            .ShouldBreakNothing();
}
