using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class PageRangeTests
{
    [Theory]
    [InlineData("145-150", "145", "150")]
    [InlineData("145-50", "145", "50")]
    [InlineData("S12-S18", "S12", "S18")]
    [InlineData("S12-18", "S12", "18")]
    [InlineData("xii-xv", "xii", "xv")]
    [InlineData("xii-15", "xii", "15")]
    [InlineData("110.e1-110.e5", "110.e1", "110.e5")]
    [InlineData("973-980.e2", "973", "980.e2")]
    [InlineData("e1000-e1009", "e1000", "e1009")]
    [InlineData("١٢-١٥", "١٢", "١٥")]
    public void A_first_and_a_last_page_are_a_range(string pages, string first, string last) =>
        PageRange.Read(pages).ShouldBe([new PageRange(first, last)]);

    [Theory]
    [InlineData("145")]
    [InlineData("CD013045")]
    [InlineData("bmj.k1270")]
    [InlineData("bmj-2022-070856")]
    [InlineData("ENEURO.0123-19.2019")]
    [InlineData("e12")]
    public void One_page_or_an_article_number_has_no_last_page(string pages) =>
        PageRange.Read(pages).ShouldBe([new PageRange(pages, null)]);

    [Fact]
    public void Split_pages_are_several_ranges() =>
        PageRange
            .Read("121-129, 131-142, e5")
            .ShouldBe([new PageRange("121", "129"), new PageRange("131", "142"), new PageRange("e5", null)]);
}
