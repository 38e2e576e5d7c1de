using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class ConditionsAreCoveredTests
{
    private const string Rule = "conditions-are-covered";

    [Fact]
    public void A_condition_with_neither_a_counted_study_nor_an_absence_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheCondition(Silent)
            .WhereTheClaim(claim => claim with { Citations = [Given.ACitation(reportsOutcome: false)] })
            .ShouldBreakOnly(Rule, "conditions.json > fibromyalgia > absences");

    [Fact]
    public void A_condition_that_only_an_uncited_claim_names_is_a_fault() =>
        Given
            .ACatalogue()
            .And(Silent(Given.ACondition("pain")))
            .And(Given.AnUncitedClaim() with { Conditions = [Given.Key("pain")] })
            .ShouldBreakOnly(Rule, "conditions.json > pain > absences");

    [Fact]
    public void A_broader_condition_is_not_covered_by_the_claims_of_a_narrower_one() =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Broader = Given.Key("pain") })
            .And(Silent(Given.ACondition("pain")))
            .ShouldBreakOnly(Rule, "conditions.json > pain > absences");

    [Fact]
    public void A_claim_with_a_counted_study_covers_its_condition() =>
        Given.ACatalogue().WhereTheCondition(Silent).ShouldBreakNothing();

    [Fact]
    public void An_absence_covers_a_condition_without_a_counted_study() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Citations = [Given.ACitation(reportsOutcome: false)] })
            .ShouldBreakNothing();

    [Fact]
    public void While_a_cited_study_is_missing_the_condition_is_not_judged() =>
        Given
            .ACatalogue()
            .WhereTheCondition(Silent)
            .WhereTheClaim(claim =>
                claim with
                {
                    Citations = [Given.ACitation(reportsOutcome: false), Given.ACitation("missing")],
                }
            )
            .ShouldBreakOnly("references-resolve", "claims.json > eff-fibromyalgia-pain > citations[1].study");

    private static Condition Silent(Condition condition) => condition with { Absences = [] };
}
