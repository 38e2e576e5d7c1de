namespace LdnEvidence.Domain.Tests;

public sealed class AuthorTests
{
    [Theory]
    [InlineData("Younger", "JR", null, "Younger JR")]
    [InlineData("Öztürk", "Ç-É", null, "Öztürk ÇÉ")]
    [InlineData("de la Cruz", "MA", "Jr", "de la Cruz MA Jr")]
    [InlineData("Vann", "WF", "III", "Vann WF 3rd")]
    [InlineData("Sukarno", null, null, "Sukarno")]
    [InlineData("王", "小明", null, "王 小明")]
    public void A_person_is_cited_by_family_initials_and_suffix(
        string family,
        string? initials,
        string? suffix,
        string cited
    ) => new Author(family, initials, "Given Names", suffix).ToCitation().ShouldBe(cited);

    [Fact]
    public void An_organisation_is_cited_by_its_name() =>
        new Author(null, null, Literal: "World Health Organization").ToCitation().ShouldBe("World Health Organization");
}
