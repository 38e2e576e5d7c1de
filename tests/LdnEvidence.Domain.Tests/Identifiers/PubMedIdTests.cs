using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class PubMedIdTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("123456789")]
    [InlineData("000")]
    [InlineData("17222320/5")]
    [InlineData("PMC17222320")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("١٧٢٢")]
    public void Other_text_is_refused(string? text) => PubMedId.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1")]
    [InlineData("17222320")]
    [InlineData("99999999")]
    public void One_to_eight_digits_are_read(string text)
    {
        PubMedId.TryParse(text, out var id).ShouldBeTrue();
        id.Value.ShouldBe(text);
    }

    [Fact]
    public void A_printed_identifier_reads_back() =>
        Gen.Int[1, 99_999_999]
            .Sample(
                number =>
                {
                    PubMedId.TryParse($"{number}", out var id).ShouldBeTrue();
                    id.ToString().ShouldBe($"{number}");
                },
                iter: 1000
            );

    [Fact]
    public void An_identifier_that_was_never_read_is_empty_text() => default(PubMedId).ToString().ShouldBeEmpty();
}
