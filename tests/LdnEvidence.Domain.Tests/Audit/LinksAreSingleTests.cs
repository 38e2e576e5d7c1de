using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class LinksAreSingleTests
{
    private const string Rule = "links-are-single";

    [Fact]
    public void A_study_that_is_cited_twice_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim =>
                claim with
                {
                    Citations = [.. claim.Citations, Given.ACitation(relation: CitationRelation.Background)],
                }
            )
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > citations");

    [Fact]
    public void A_condition_that_is_named_twice_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Conditions = [.. claim.Conditions, .. claim.Conditions] })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > conditions");

    [Fact]
    public void A_mechanism_that_is_named_twice_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, .. claim.Mechanisms] })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > mechanisms");

    [Fact]
    public void The_fault_names_what_stands_twice() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Conditions = [.. claim.Conditions, .. claim.Conditions] })
            .ItsFault()
            .Problem.ShouldBe("'fibromyalgia' stands here 2 times.");

    [Fact]
    public void Two_claims_may_cite_one_study() => Given.ACatalogue().And(Given.AClaim("another")).ShouldBreakNothing();
}
