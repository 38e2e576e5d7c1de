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

    [Theory]
    [InlineData("de la Cruz MA Jr, Mackey S", "de la Cruz MA Jr")]
    [InlineData("De la Cruz M.A., Jr., Mackey S", "De la Cruz M.A., Jr.")]
    [InlineData("de la Cruz MA, Mackey S", null)]
    public void A_suffix_belongs_to_the_name(string printed, string? verified) =>
        FirstAuthor(new Author("de la Cruz", "MA", Suffix: "Jr"), printed, verified);

    [Theory]
    [InlineData("Vann WF 3rd", "Vann WF 3rd")]
    [InlineData("Vann WF III; Mackey S", "Vann WF III")]
    [InlineData("Vann WF 2nd", null)]
    public void A_suffix_is_printed_with_either_numeral(string printed, string? verified) =>
        FirstAuthor(new Author("Vann", "WF", Suffix: "III"), printed, verified);

    [Theory]
    [InlineData("Ministry of Health, Labour and Welfare. Tester T", null)]
    [InlineData("Ministry of Health, Labour and Welfare, Tester T", "Ministry of Health, Labour and Welfare")]
    [InlineData("Ministry of Health, Tester T", null)]
    public void The_name_of_an_organisation_may_hold_commas(string printed, string? verified) =>
        FirstAuthor(new Author(null, null, Literal: "Ministry of Health, Labour and Welfare"), printed, verified);

    [Theory]
    [InlineData("Nowak Ł, Öztürk Ç", "Nowak", "Ł", "Nowak Ł")]
    [InlineData("Nowak L", "Nowak", "Ł", null)]
    [InlineData("王小明、李四", "王", "小明", "王小明")]
    [InlineData("王小红", "王", "小明", null)]
    [InlineData("𐐔𐐯𐑅 𐐀", "𐐔𐐯𐑅", "𐐀", "𐐔𐐯𐑅 𐐀")]
    [InlineData("𐐔𐐯 𐐀", "𐐔𐐯𐑅", "𐐀", null)]
    [InlineData("की र", "कि", "र", null)]
    public void Names_of_any_script_are_compared_letter_by_letter(
        string printed,
        string family,
        string initials,
        string? verified
    ) => FirstAuthor(new Author(family, initials), printed, verified);

    [Theory]
    [InlineData("CD013045", "cd013045", true)]
    [InlineData("110.e1-110.e5", "110.e1–110.e5", true)]
    [InlineData("121-129, 131-142", "121–129,131–142", true)]
    [InlineData("1-23", "12-3", false)]
    [InlineData("S12-S18", "12-18", false)]
    public void Pages_are_compared_number_by_number(string pages, string printed, bool isVerified) =>
        CitationIdentity
            .Of(Whole with { Pages = pages, PrintedCitation = Whole.PrintedCitation with { Pages = printed } })
            .Single(field => field.Field == "pages")
            .Result.ShouldBe(isVerified ? IdentityResult.Verified : IdentityResult.Mismatch);

    [Fact]
    public void A_doi_is_compared_sign_by_sign() =>
        Result("doi", Whole.PrintedCitation with { Doi = "10.11/11abc" }).ShouldBe(IdentityResult.Mismatch);

    private static void FirstAuthor(Author author, string printed, string? verified)
    {
        var field = CitationIdentity
            .Of(Whole with { Authors = [author], PrintedCitation = Whole.PrintedCitation with { Authors = printed } })
            .Single(each => each.Field == "firstAuthor");

        field.Result.ShouldBe(verified is null ? IdentityResult.Mismatch : IdentityResult.Verified);
        if (verified is not null)
        {
            field.Printed.ShouldBe(verified);
        }
    }

    private static List<IdentityResult> Results(Study study) =>
        [.. CitationIdentity.Of(study).Select(field => field.Result)];

    private static IdentityResult Result(string field, PrintedCitation printed) =>
        CitationIdentity.Of(Whole with { PrintedCitation = printed }).Single(each => each.Field == field).Result;
}
