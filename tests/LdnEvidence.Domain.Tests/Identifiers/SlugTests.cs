using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class SlugTests
{
    private const string Allowed = "abcdefghijklmnopqrstuvwxyz0123456789";

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("crohns-disease")]
    [InlineData("younger-2009")]
    [InlineData("eff-hiv-cd4")]
    public void A_key_is_read(string text) => Slug.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-disease")]
    [InlineData("disease-")]
    [InlineData("crohns--disease")]
    [InlineData("crohns disease")]
    [InlineData("crohns_disease")]
    [InlineData("Crohns-disease")]
    [InlineData("crohn's-disease")]
    [InlineData("sjögren")]
    [InlineData("year-٢")]
    [InlineData("crohns/disease")]
    [InlineData(" crohns-disease")]
    [InlineData("crohns-disease\n")]
    [InlineData("crohns-disease\r\n")]
    [InlineData("crohns\ndisease")]
    public void Other_text_is_refused(string? text) => Slug.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_key_has_at_most_eighty_characters()
    {
        Slug.TryParse(new string('a', 80), out _).ShouldBeTrue();
        Slug.TryParse(new string('a', 81), out _).ShouldBeFalse();
    }

    [Fact]
    public void Text_that_must_be_a_key_and_is_not_is_named() =>
        Should.Throw<FormatException>(() => Slug.Parse("Not a key")).Message.ShouldContain("'Not a key'");

    [Fact]
    public void Keys_with_the_same_text_are_equal() => Slug.Parse("hiv").ShouldBe(Slug.Parse("hiv"));

    [Fact]
    public void A_key_that_was_never_read_is_empty_text() => default(Slug).ToString().ShouldBeEmpty();

    [Fact]
    public void A_printed_key_reads_back() =>
        Gen.Char[Allowed]
            .Array[1, 12]
            .Select(letters => new string(letters))
            .Array[1, 6]
            .Select(words => string.Join('-', words))
            .Sample(text => Slug.Parse(text).ToString().ShouldBe(text), iter: 1000);

    [Fact]
    public void Text_is_read_exactly_when_each_of_its_words_is_letters_and_digits() =>
        Gen.Char["ab9-Z \n_é"]
            .Array[0, 6]
            .Select(characters => new string(characters))
            .Sample(
                text =>
                    Slug.TryParse(text, out _)
                        .ShouldBe(text.Split('-').All(word => word.Length > 0 && word.All(Allowed.Contains))),
                iter: 5000
            );
}
