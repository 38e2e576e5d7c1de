using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Derived;

/// <summary>What comparing a printed citation with the work gives, field by field.</summary>
public sealed class CitationIdentityTests
{
    private static readonly Check Someone = new("a tester", new DateOnly(2026, 1, 1), null);

    private static readonly Study Whole = Given.AStudy() with
    {
        Title = "The effect of LDN: a pilot study",
        Authors = [new Author("Young-Er", "JR", null), new Author("Mackey", "S", null)],
        Journal = "Pain Medicine",
        JournalAbbreviation = "Pain Med",
        Year = 2009,
        Volume = "10",
        Pages = "663-672",
        Doi = Doi.TryParse("10.1111/abc", out var doi) ? doi : throw new InvalidOperationException(),
        IdentityChecked = Someone,
        PrintedCitation = new PrintedCitation(
            "Young-er JR, Mackey S",
            "The effect of LDN: A pilot study.",
            "Pain Med.",
            2009,
            "10",
            "4",
            "663–672",
            null
        ),
    };

    [Fact]
    public void Every_field_has_one_result()
    {
        var fields = CitationIdentity.Of(Whole);
        fields
            .Select(field => field.Field)
            .ShouldBe(["title", "firstAuthor", "year", "journal", "volume", "pages", "doi", "pmid"]);
        Results(Whole)
            .ShouldBe([
                IdentityResult.Verified,
                IdentityResult.Verified,
                IdentityResult.Verified,
                IdentityResult.Verified,
                IdentityResult.Verified,
                IdentityResult.Verified,
                IdentityResult.AbsentInDocument,
                IdentityResult.NotChecked,
            ]);
    }

    [Fact]
    public void Nothing_that_nobody_compared_is_verified() =>
        Results(Whole with { IdentityChecked = null }).ShouldAllBe(result => result == IdentityResult.NotChecked);

    [Fact]
    public void What_is_printed_otherwise_is_a_mismatch()
    {
        var printed = Whole.PrintedCitation;
        Result("title", printed with { Title = "Another title" }).ShouldBe(IdentityResult.Mismatch);
        Result("firstAuthor", printed with { Authors = "Younger J" }).ShouldBe(IdentityResult.Mismatch);
        Result("year", printed with { Year = 2010 }).ShouldBe(IdentityResult.Mismatch);
        Result("journal", printed with { Journal = "Pain" }).ShouldBe(IdentityResult.Mismatch);
        Result("volume", printed with { Volume = "11" }).ShouldBe(IdentityResult.Mismatch);
        Result("pages", printed with { Pages = "663-673" }).ShouldBe(IdentityResult.Mismatch);
        Result("doi", printed with { Doi = "10.1111/abd" }).ShouldBe(IdentityResult.Mismatch);
    }

    [Fact]
    public void What_the_document_does_not_print_is_absent_there()
    {
        var printed = Whole.PrintedCitation;
        Result("volume", printed with { Volume = null }).ShouldBe(IdentityResult.AbsentInDocument);
        Result("firstAuthor", printed with { Authors = null }).ShouldBe(IdentityResult.AbsentInDocument);
    }

    [Fact]
    public void A_difference_that_letters_do_not_show_is_a_mismatch_once_a_curator_has_named_it()
    {
        var misprinted = Whole with
        {
            PrintedCitation = Whole.PrintedCitation with { Title = "The effect of LDN. A pilot study" },
        };
        CitationIdentity.Of(misprinted)[0].Result.ShouldBe(IdentityResult.Verified);
        CitationIdentity
            .Of(misprinted with { Discrepancies = [new Discrepancy("title", "LDN. A", "LDN: a", "A point.")] })[0]
            .Result.ShouldBe(IdentityResult.Mismatch);
    }

    private static List<IdentityResult> Results(Study study) =>
        [.. CitationIdentity.Of(study).Select(field => field.Result)];

    private static IdentityResult Result(string field, PrintedCitation printed) =>
        CitationIdentity.Of(Whole with { PrintedCitation = printed }).Single(each => each.Field == field).Result;
}
