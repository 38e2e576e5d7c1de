using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class NothingIsOrphanedTests
{
    private const string Rule = "nothing-is-orphaned";

    [Fact]
    public void A_condition_without_a_claim_is_a_fault() =>
        Given.ACatalogue().And(Given.ACondition("unused")).ShouldBreakOnly(Rule, "conditions.json > unused > id");

    [Fact]
    public void A_mechanism_without_a_claim_is_a_fault() =>
        Given.ACatalogue().And(Given.AMechanism("unused")).ShouldBreakOnly(Rule, "mechanisms.json > unused > id");

    [Fact]
    public void An_outcome_without_a_claim_is_a_fault() =>
        Given.ACatalogue().And(Given.AnOutcome("unused")).ShouldBreakOnly(Rule, "outcomes.json > unused > id");

    [Fact]
    public void A_study_without_a_claim_is_a_fault() =>
        Given.ACatalogue().And(Given.AStudy("unused")).ShouldBreakOnly(Rule, "studies.json > unused > id");

    [Fact]
    public void A_condition_that_another_is_narrower_than_needs_no_claim() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("pain") })
            .And(Given.ACondition("pain"))
            .ShouldBreakNothing();

    [Fact]
    public void A_condition_that_is_only_narrower_than_another_needs_a_claim() =>
        Given
            .ACatalogue()
            .And(Given.ACondition("juvenile-fibromyalgia") with { Broader = Given.Key("fibromyalgia") })
            .ShouldBreakOnly(Rule, "conditions.json > juvenile-fibromyalgia > id");
}
