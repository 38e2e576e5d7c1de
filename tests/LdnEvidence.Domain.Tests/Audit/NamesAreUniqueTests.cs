using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class NamesAreUniqueTests
{
    private const string Rule = "names-are-unique";

    [Fact]
    public void Two_conditions_with_one_name_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .And(Given.ACondition("twin") with { Name = Given.ACondition().Name })
            .WhereTheClaim(claim => claim with { Conditions = [.. claim.Conditions, Given.Key("twin")] })
            .ShouldBreakOnly(Rule, "conditions.json > twin > name");

    [Fact]
    public void Two_mechanisms_with_one_name_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .And(Given.AMechanism("twin") with { Name = Given.AMechanism().Name })
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Given.Key("twin")] })
            .ShouldBreakOnly(Rule, "mechanisms.json > twin > name");

    [Fact]
    public void Two_outcomes_with_one_name_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .And(Given.AnOutcome("twin") with { Name = Given.AnOutcome().Name })
            .And(Given.AnUncitedClaim() with { Outcome = Given.Key("twin") })
            .ShouldBreakOnly(Rule, "outcomes.json > twin > name");

    [Fact]
    public void A_synonym_that_is_the_name_of_another_record_is_a_fault() =>
        Given
            .ACatalogue()
            .And(Given.AMechanism("twin") with { Synonyms = [Given.AMechanism().Name.ToUpperInvariant()] })
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Given.Key("twin")] })
            .ShouldBreakOnly(Rule, "mechanisms.json > twin > synonyms");
}
