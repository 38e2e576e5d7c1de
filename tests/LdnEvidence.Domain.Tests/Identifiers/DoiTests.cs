using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class DoiTests
{
    private static readonly Gen<string> AnyDoi = Gen.Select(
        Gen.Char['0', '9'].Array[4, 9],
        Gen.Char['!', '~'].Where(character => character != '%').Array[0, 40],
        Gen.Char.AlphaNumeric,
        (registrant, suffix, last) => $"10.{new string(registrant)}/{new string(suffix)}{last}"
    );

    [Theory]
    [InlineData("10.1007/s10067-014-2517-2")]
    [InlineData("10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1")]
    [InlineData("10.123456789/x")]
    public void A_bare_doi_is_read(string text) => Read(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("https://doi.org/10.1007/S10067")]
    [InlineData("http://doi.org/10.1007/S10067")]
    [InlineData("https://dx.doi.org/10.1007/S10067")]
    [InlineData("http://dx.doi.org/10.1007/S10067")]
    [InlineData("doi:10.1007/S10067")]
    [InlineData("DOI:10.1007/S10067")]
    [InlineData("HTTPS://DOI.ORG/10.1007/S10067")]
    public void A_resolver_before_it_is_dropped_and_the_spelling_kept(string text) =>
        Read(text).ToString().ShouldBe("10.1007/S10067");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.1007")]
    [InlineData("10.1007/")]
    [InlineData("https://doi.org/")]
    [InlineData("https://doi.org/10.1007/")]
    [InlineData("https://example.org/10.1007/s10067")]
    [InlineData("doi:doi:10.1007/s10067")]
    [InlineData("11.1007/s10067")]
    [InlineData("1001007/s10067")]
    [InlineData("10.100/s10067")]
    [InlineData("10.1234567890/s10067")]
    [InlineData("10.10a7/s10067")]
    [InlineData("10.١٠٠٧/s10067")]
    [InlineData("10.1007/s10 067")]
    [InlineData("10.1007/s10\t067")]
    [InlineData("10.1007/s10\0067")]
    [InlineData("10.1007/s10\u007f067")]
    [InlineData("10.1007/s10\u00a0067")]
    public void Other_text_is_refused(string? text) => Doi.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_doi_has_at_most_three_hundred_characters()
    {
        Doi.TryParse($"10.1007/{new string('x', 292)}", out _).ShouldBeTrue();
        Doi.TryParse($"10.1007/{new string('x', 293)}", out _).ShouldBeFalse();
    }

    [Fact]
    public void Dois_that_differ_in_case_are_the_same_whichever_way_they_were_written()
    {
        var printed = Read("https://doi.org/10.1007/S10067-X");
        var typed = Read("10.1007/s10067-x");

        printed.ShouldBe(typed);
        printed.GetHashCode().ShouldBe(typed.GetHashCode());
    }

    [Fact]
    public void Dois_that_differ_in_more_than_case_are_different() =>
        Read("10.1007/s10067").ShouldNotBe(Read("10.1007/s10068"));

    [Fact]
    public void The_key_is_in_lower_case() => Read("10.1007/S10067-X").Key.ShouldBe("10.1007/s10067-x");

    [Fact]
    public void A_printed_doi_reads_back_in_its_own_spelling() =>
        AnyDoi.Sample(text => Read(Read(text).ToString()).Value.ShouldBe(text), iter: 1000);

    [Fact]
    public void Any_change_of_case_leaves_a_doi_the_same() =>
        AnyDoi.Sample(
            text =>
                Read(text.ToUpperInvariant()).Equals(Read(text)) && Read(text.ToLowerInvariant()).Equals(Read(text)),
            iter: 1000
        );

    [Fact]
    public void A_character_that_is_not_visible_ascii_is_refused_wherever_it_stands() =>
        Gen.Select(AnyDoi, Gen.OneOf(Gen.Char['\0', ' '], Gen.Char['\u007f', '\u00a0']), Gen.Int[0, 60])
            .Sample(
                (text, character, place) =>
                    !Doi.TryParse(text.Insert(1 + (place % (text.Length - 1)), character.ToString()), out _),
                iter: 1000
            );

    private static Doi Read(string text)
    {
        Doi.TryParse(text, out var doi).ShouldBeTrue(text);
        return doi!;
    }
}
