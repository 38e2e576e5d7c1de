using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class StudyIdentifiersAreUniqueTests
{
    private const string Rule = "study-identifiers-are-unique";

    [Fact]
    public void Two_studies_with_one_doi_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Doi = ADoi("10.1007/s10067") })
            .AndCited(Given.AStudy("other-2010") with { Doi = ADoi("10.1007/s10067") })
            .ShouldBreakOnly(Rule, "studies.json > other-2010 > doi");

    [Fact]
    public void Dois_that_differ_in_case_are_one() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Doi = ADoi("10.1007/s10067") })
            .AndCited(Given.AStudy("other-2010") with { Doi = ADoi("https://doi.org/10.1007/S10067") })
            .ShouldBreakOnly(Rule, "studies.json > other-2010 > doi");

    [Fact]
    public void Two_studies_with_one_pmid_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Pmid = APmid("17222320") })
            .AndCited(Given.AStudy("other-2010") with { Pmid = APmid("17222320") })
            .ShouldBreakOnly(Rule, "studies.json > other-2010 > pmid");

    [Fact]
    public void Two_studies_with_one_pmcid_are_a_fault_of_the_second() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Pmcid = "PMC3962576" })
            .AndCited(Given.AStudy("other-2010") with { Pmcid = "PMC3962576" })
            .ShouldBreakOnly(Rule, "studies.json > other-2010 > pmcid");

    [Fact]
    public void Of_three_studies_with_one_pmid_the_second_and_third_are_at_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Pmid = APmid("17222320") })
            .AndCited(Given.AStudy("other-2010") with { Pmid = APmid("17222320") })
            .AndCited(Given.AStudy("third-2011") with { Pmid = APmid("17222320") })
            .ShouldBreakOnly(Rule, "studies.json > other-2010 > pmid", "studies.json > third-2011 > pmid");

    [Fact]
    public void The_fault_names_the_identifier_and_the_first_study() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Pmid = APmid("17222320") })
            .AndCited(Given.AStudy("other-2010") with { Pmid = APmid("17222320") })
            .ItsFault()
            .Problem.ShouldBe("'17222320' is already the pmid of 'younger-2009'.");

    [Fact]
    public void Studies_without_identifiers_are_no_fault() =>
        Given.ACatalogue().AndCited(Given.AStudy("other-2010")).ShouldBreakNothing();

    private static Doi ADoi(string text) =>
        Doi.TryParse(text, out var doi) ? doi : throw new ArgumentException(text, nameof(text));

    private static PubMedId APmid(string text) =>
        PubMedId.TryParse(text, out var id) ? id : throw new ArgumentException(text, nameof(text));
}
