using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class ImpliedLevelOnlyWhereMeaningfulTests
{
    [Fact]
    public void An_implied_level_of_a_claim_whose_level_is_not_meaningful_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { LevelIsMeaningful = false, ImpliedLevel = EvidenceLevel.Anecdotal })
            .ShouldBreakOnly(
                "implied-level-only-where-meaningful",
                "claims.json > eff-fibromyalgia-pain > impliedLevel"
            );

    [Fact]
    public void An_implied_level_of_any_other_claim_is_no_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { ImpliedLevel = EvidenceLevel.Anecdotal })
            .ShouldBreakNothing();

    [Fact]
    public void A_claim_need_not_have_one() =>
        Given.ACatalogue().WhereTheClaim(claim => claim with { LevelIsMeaningful = false }).ShouldBreakNothing();
}
