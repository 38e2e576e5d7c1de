using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class BroaderConditionsEndTests
{
    private const string Rule = "broader-conditions-end";

    [Fact]
    public void A_condition_that_is_broader_than_itself_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = condition.Id })
            .ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > broader");

    [Fact]
    public void Every_condition_of_a_circle_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("chronic-pain") })
            .And(Given.ACondition("chronic-pain") with { Broader = Given.Key("pain") })
            .And(Given.ACondition("pain") with { Broader = Given.Key("fibromyalgia") })
            .ShouldBreakOnly(
                Rule,
                "conditions.json > fibromyalgia > broader",
                "conditions.json > chronic-pain > broader",
                "conditions.json > pain > broader"
            );

    [Fact]
    public void A_condition_that_only_leads_into_a_circle_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("pain") })
            .And(Given.ACondition("pain") with { Broader = Given.Key("pain") })
            .ShouldBreakOnly(Rule, "conditions.json > pain > broader");

    [Fact]
    public void A_chain_that_ends_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("chronic-pain") })
            .And(Given.ACondition("chronic-pain") with { Broader = Given.Key("pain") })
            .And(Given.ACondition("pain"))
            .ShouldBreakNothing();
}
