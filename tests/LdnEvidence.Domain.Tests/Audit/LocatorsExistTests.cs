using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class LocatorsExistTests
{
    private const string Rule = "locators-exist";

    [Theory]
    [InlineData("elsewhere", "paragraph 1")]
    [InlineData("what-is-ldn", "paragraph 2")]
    [InlineData("what-is-ldn", "paragraph 1, sentence 4")]
    public void A_claim_at_a_place_that_the_document_does_not_have_is_a_fault(string section, string position) =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Locator = Given.ALocator(position, section) })
            .ShouldBreakOnly(Rule, "claims.json > eff-fibromyalgia-pain > locator");

    [Fact]
    public void A_study_at_a_place_that_the_document_does_not_have_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Locator = Given.ALocator("list item 2", "references") })
            .ShouldBreakOnly(Rule, "studies.json > younger-2009 > locator");

    [Fact]
    public void The_fault_names_the_place() =>
        Given
            .ACatalogue()
            .WhereTheClaim(claim => claim with { Locator = Given.ALocator("paragraph 1, sentences 3-4") })
            .ItsFault()
            .Problem.ShouldBe("The source document has no 'paragraph 1, sentences 3-4' in section 'what-is-ldn'.");
}
