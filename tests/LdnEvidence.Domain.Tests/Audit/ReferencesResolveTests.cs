using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class ReferencesResolveTests
{
    private const string Rule = "references-resolve";

    [Fact]
    public void A_broader_condition_that_does_not_exist_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("missing") })
            .ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > broader");

    [Fact]
    public void A_condition_that_does_not_exist_is_a_fault_of_the_claim_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Conditions = [.. claim.Conditions, Given.Key("missing")] })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > conditions[1]");

    [Fact]
    public void A_mechanism_that_does_not_exist_is_a_fault_of_the_claim_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Given.Key("missing")] })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > mechanisms[1]");

    [Fact]
    public void An_outcome_that_does_not_exist_is_a_fault_of_the_claim() =>
        Given
            .ACatalogue()
            .And(Given.AClaim("another") with { Outcome = Given.Key("missing") })
            .ShouldBreakOnly(Rule, "claims.json > another > outcome");

    [Fact]
    public void A_study_that_does_not_exist_is_a_fault_of_the_claim_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Citations = [.. claim.Citations, Given.ACitation("missing")] })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > citations[1].study");

    [Fact]
    public void The_fault_names_the_missing_key_and_the_file_it_belongs_in()
    {
        var fault = Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Given.Key("missing")] })
            .ItsFault();

        fault.Problem.ShouldContain("'missing'");
        fault.Remedy.ShouldContain("mechanisms.json");
    }
}
