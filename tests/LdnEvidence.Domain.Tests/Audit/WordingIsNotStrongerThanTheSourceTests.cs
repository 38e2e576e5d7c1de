using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class WordingIsNotStrongerThanTheSourceTests
{
    private const string Rule = "wording-is-not-stronger-than-the-source";

    [Theory]
    [InlineData("LDN is proven to lessen pain in fibromyalgia.")]
    [InlineData("LDN is said to lessen pain in fibromyalgia, and studies have shown it.")]
    [InlineData("LDN cures fibromyalgia.")]
    public void A_verb_that_no_level_allows_is_a_fault(string statement) =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Statement = statement })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > statement");

    [Fact]
    public void A_trial_in_the_statement_is_a_fault_where_only_cases_count() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Statement = "In one small trial, LDN lessened pain." })
            .WhereTheStudy(study => study with { Design = StudyDesign.CaseSeries })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > statement");

    [Fact]
    public void A_trial_in_the_statement_is_a_fault_where_the_source_says_the_opposite() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim =>
                claim with
                {
                    Statement = "In one small trial, LDN lessened pain.",
                    Citations = [Given.ACitation(relation: CitationRelation.Contradicts)],
                    Fidelity = Given.AFidelity(SourceFidelity.Contradicted, FidelityBasis.CitedStudy),
                }
            )
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > statement");

    [Fact]
    public void A_trial_in_the_statement_is_no_fault_where_it_was_reported_in_one() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Statement = "In one small trial, LDN lessened pain." })
            .ShouldBreakNothing();

    [Fact]
    public void A_correction_that_is_too_strong_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Correction = "LDN is proven." })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > correction");

    [Fact]
    public void The_fault_names_the_phrase_and_what_is_allowed()
    {
        var fault = Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Statement = "LDN is effective." })
            .ItsFault();

        fault.Problem.ShouldBe("It uses 'is effective', which is more than the claim's level and fidelity allow.");
        fault.Remedy.ShouldBe("Say no more than 'reported-in-one-small-trial'.");
    }
}
