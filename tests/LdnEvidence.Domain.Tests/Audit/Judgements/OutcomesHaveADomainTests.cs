using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class OutcomesHaveADomainTests
{
    [Fact]
    public void An_outcome_that_nobody_placed_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheOutcome(outcome => outcome with { Domain = null })
            .ShouldBreakOnly("outcomes-have-a-domain", "outcomes.json > pain-severity > domain");

    [Fact]
    public void What_is_no_outcome_of_health_has_a_domain_of_its_own() =>
        Given
            .ACatalogue()
            .WhereTheOutcome(outcome => outcome with { Domain = OutcomeDomain.Practice })
            .ShouldBreakNothing();
}
