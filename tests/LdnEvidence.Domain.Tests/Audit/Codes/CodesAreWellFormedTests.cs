using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Codes;

public sealed class CodesAreWellFormedTests
{
    private const string Rule = "codes-are-well-formed";

    private static readonly TerminologyCode Malformed = Given.ACode(CodeSystem.Loinc, "72514-4");

    [Fact]
    public void A_malformed_code_of_a_condition_is_a_fault_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Codes = [.. condition.Codes, Malformed] })
            .ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > codes[2].value");

    [Fact]
    public void A_malformed_code_of_a_mechanism_is_a_fault_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheMechanism(mechanism => mechanism with { Codes = [.. mechanism.Codes, Malformed] })
            .ShouldBreakOnly(Rule, "mechanisms.json > microglial-activation > codes[1].value");

    [Fact]
    public void A_malformed_code_of_an_outcome_is_a_fault_at_its_place() =>
        Given
            .ACatalogue()
            .WhereTheOutcome(outcome => outcome with { Codes = [Malformed] })
            .ShouldBreakOnly(Rule, "outcomes.json > pain-severity > codes[0].value");

    [Fact]
    public void A_code_that_stands_twice_in_a_record_is_a_fault_at_its_second_place() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition =>
                condition with
                {
                    Codes = [.. condition.Codes, condition.Codes[0] with { Label = "Fibromyalgia" }],
                }
            )
            .ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > codes[2]");

    [Fact]
    public void The_same_code_in_two_records_is_no_fault() =>
        Given
            .ACatalogue()
            .And(Given.ACondition("pain"))
            .WhereTheCondition(condition => condition with { Broader = Given.Key("pain") })
            .ShouldBreakNothing();

    [Fact]
    public void The_fault_names_the_code_and_its_system() =>
        Given
            .ACatalogue()
            .WhereTheOutcome(outcome => outcome with { Codes = [Malformed] })
            .ItsFault()
            .Problem.ShouldBe("'72514-4' does not have the form of a loinc code.");
}
