using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class LevelIsTheDerivedOneTests
{
    private const string Rule = "level-is-the-derived-one";

    [Theory]
    [InlineData(EvidenceLevel.CaseSeries)]
    [InlineData(EvidenceLevel.Anecdotal)]
    public void An_expected_level_that_the_table_does_not_give_is_a_fault(EvidenceLevel expected) =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { ExpectedLevel = expected })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > expectedLevel");

    [Fact]
    public void An_expected_level_that_the_table_gives_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { ExpectedLevel = EvidenceLevel.PilotTrial })
            .ShouldBreakNothing();

    [Fact]
    public void The_fault_names_both_levels_and_the_row() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { ExpectedLevel = EvidenceLevel.CaseSeries })
            .ItsFault()
            .Problem.ShouldBe("It says 'case-series', but rule L1 gives 'pilot-trial'.");

    [Fact]
    public void The_level_of_an_uncited_claim_can_be_wrong_too() =>
        Given
            .ACatalogue()
            .And(Given.AnUncitedClaim() with { ExpectedLevel = EvidenceLevel.PilotTrial })
            .ShouldBreakOnly(Rule, "claims.json > eff-uncited > expectedLevel");

    [Fact]
    public void While_a_cited_study_is_missing_the_level_is_not_judged() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim =>
                claim with
                {
                    Citations = [.. claim.Citations, Given.ACitation("missing")],
                    ExpectedLevel = EvidenceLevel.Anecdotal,
                }
            )
            .ShouldBreakOnly("references-resolve", "claims.json > eff-fibromyalgia-pain > citations[1].study");
}
