using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class KeysAreUniqueTests
{
    private const string Rule = "keys-are-unique";

    [Fact]
    public void Two_conditions_with_one_id_are_a_fault() =>
        Given.ACatalogue().And(Given.ACondition()).ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > id");

    [Fact]
    public void Two_mechanisms_with_one_id_are_a_fault() =>
        Given
            .ACatalogue()
            .And(Given.AMechanism())
            .ShouldBreakOnly(Rule, "mechanisms.json > microglial-activation > id");

    [Fact]
    public void Two_outcomes_with_one_id_are_a_fault() =>
        Given.ACatalogue().And(Given.AnOutcome()).ShouldBreakOnly(Rule, "outcomes.json > pain-severity > id");

    [Fact]
    public void Two_studies_with_one_id_are_a_fault() =>
        Given.ACatalogue().And(Given.AStudy()).ShouldBreakOnly(Rule, "studies.json > younger-2009 > id");

    [Fact]
    public void Two_claims_with_one_id_are_a_fault() =>
        Given.ACatalogue().And(Given.AClaim()).ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > id");

    [Fact]
    public void An_id_that_occurs_three_times_is_one_fault_that_says_so() =>
        Given
            .ACatalogue()
            .And(Given.AClaim())
            .And(Given.AClaim())
            .ItsFault()
            .Problem.ShouldBe("3 records have this id.");

    [Fact]
    public void Records_of_different_files_may_share_an_id() =>
        Given
            .ACatalogue()
            .And(Given.AMechanism("fibromyalgia"))
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Given.Key("fibromyalgia")] })
            .ShouldBreakNothing();
}
