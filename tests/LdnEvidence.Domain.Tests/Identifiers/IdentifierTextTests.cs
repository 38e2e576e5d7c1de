using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class IdentifierTextTests
{
    [Theory]
    [InlineData("pain PMID: 17222320 trial", 5, "PMID: 17222320", "pmid|17222320")]
    [InlineData("pmid 017222320", 0, "pmid 017222320", "pmid|17222320")]
    [InlineData("DOI: 10.1002/ana.22006.", 0, "DOI: 10.1002/ana.22006.", "doi|10.1002/ana.22006")]
    [InlineData(
        "https://doi.org/10.1002/ana.22006 and more",
        0,
        "https://doi.org/10.1002/ana.22006",
        "doi|10.1002/ana.22006"
    )]
    [InlineData("nct00715117", 0, "nct00715117", "nct|NCT00715117")]
    [InlineData("K50.90,K51.90", 0, "K50.90", "icd10cm|K50.90")]
    [InlineData("K50.90/K51.90", 7, "K51.90", "icd10cm|K51.90")]
    [InlineData("ICD-10-CM K5090 pain", 0, "ICD-10-CM K5090", "icd10cm|K50.90")]
    [InlineData("SNOMED CT 34000006", 0, "SNOMED CT 34000006", "snomedct|34000006")]
    [InlineData("MONDO:0005011", 0, "MONDO:0005011", "mondo|MONDO:0005011")]
    public void An_identifier_is_found_where_it_begins(string text, int start, string run, string meaning)
    {
        var found = IdentifierText.ReadAt(text, start).ShouldNotBeNull();
        text.Substring(start, found.Length).ShouldBe(run);
        found.Meanings.Select(identifier => identifier.ToString()).ShouldBe([meaning]);
    }

    [Theory]
    [InlineData("0005011", new[] { "pmid|5011", "mondo|MONDO:0005011", "go|GO:0005011" })]
    [InlineData("C535575", new[] { "mesh|C535575", "icd10cm|C53.5575" })]
    public void What_several_systems_write_alike_has_several_meanings(string text, string[] meanings) =>
        IdentifierText.ReadAt(text, 0)!.Meanings.Select(identifier => identifier.ToString()).ShouldBe(meanings);

    [Theory]
    [InlineData("pain")]
    [InlineData("CD4")]
    [InlineData("2014")]
    [InlineData("4.5 mg")]
    [InlineData("go to page")]
    [InlineData("mesh of nerves")]
    [InlineData("HIV/AIDS")]
    [InlineData("")]
    public void Other_words_are_none(string text) => IdentifierText.ReadAt(text, 0).ShouldBeNull();

    [Fact]
    public void Every_labelled_form_is_found_in_a_sentence_and_says_where_it_ends() =>
        PastedForms
            .AnyIdentifier.Where(identifier => !IsBareNumber(identifier.Written))
            .Sample(
                identifier =>
                {
                    var (system, canonical, written) = identifier;
                    var found = IdentifierText.ReadAt($"see {written} there", 4).ShouldNotBeNull(written);
                    found.Length.ShouldBe(written.Length, written);
                    found
                        .Meanings.Select(meaning => (meaning.System, meaning.Value))
                        .ShouldContain((system, canonical), written);
                },
                iter: 10_000
            );

    [Fact]
    public void No_text_makes_a_search_for_identifiers_fail() =>
        Gen.Select(Gen.String, Gen.Int[0, 20])
            .Sample(
                (text, start) =>
                {
                    var found = IdentifierText.ReadAt(text, Math.Min(start, text.Length));
                    (found is null || found.Length <= text.Length).ShouldBeTrue();
                },
                iter: 10_000
            );

    private static bool IsBareNumber(string text) => text.All(char.IsAsciiDigit);
}
