using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class LocatorTests
{
    private static readonly Slug Section = Slug.Parse("what-is-ldn");

    private static readonly Gen<string> AnyBlock = Gen.Select(
        Gen.OneOf("paragraph", "list item", "heading"),
        Gen.Int[1, 9999],
        (kind, number) => $"{kind} {number}"
    );

    private static readonly Gen<string> AnyPosition = Gen.OneOf(
        AnyBlock,
        Gen.Select(AnyBlock, Gen.Int[1, 9999], (block, sentence) => $"{block}, sentence {sentence}"),
        Gen.Select(
            AnyBlock,
            Gen.Int[1, 5000],
            Gen.Int[1, 4999],
            (block, first, more) => $"{block}, sentences {first}-{first + more}"
        )
    );

    [Fact]
    public void A_block_alone_means_all_of_its_sentences() =>
        Parts(Read("list item 4")).ShouldBe(("list item 4", null, null));

    [Fact]
    public void One_sentence_is_the_first_and_the_last() =>
        Parts(Read("paragraph 1, sentence 2")).ShouldBe(("paragraph 1", 2, 2));

    [Fact]
    public void Several_sentences_are_a_range() =>
        Parts(Read("paragraph 12, sentences 9-10")).ShouldBe(("paragraph 12", 9, 10));

    [Fact]
    public void A_locator_keeps_its_section() => Read("paragraph 1").Section.ShouldBe(Section);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("paragraph")]
    [InlineData("1")]
    [InlineData("paragraph one")]
    [InlineData("Paragraph 1")]
    [InlineData("paragraph  1")]
    [InlineData("paragraph 1.")]
    [InlineData("paragraph 12345")]
    [InlineData("paragraph ١")]
    [InlineData("second list item 4")]
    [InlineData("paragraph 1 sentence 2")]
    [InlineData("paragraph 1,sentence 2")]
    [InlineData("paragraph 1, sentence")]
    [InlineData("paragraph 1, sentence 2-3")]
    [InlineData("paragraph 1, sentences 2")]
    [InlineData("paragraph 1, sentences 2–3")]
    [InlineData("paragraph 1, sentences 2, 3")]
    [InlineData("paragraph 1, sentence 12345")]
    [InlineData(" paragraph 1")]
    [InlineData("paragraph 1 ")]
    [InlineData("paragraph 1\n")]
    [InlineData("paragraph 1, sentence 2\n")]
    [InlineData("paragraph 1, sentences 4-4")]
    [InlineData("paragraph 1, sentence 04")]
    [InlineData("paragraph 0")]
    [InlineData("paragraph 01")]
    [InlineData("paragraph 1, sentences 2-3\n")]
    public void Other_text_is_refused(string? position) => Locator.TryParse(Section, position, out _).ShouldBeFalse();

    [Theory]
    [InlineData("paragraph 1, sentence 0")]
    [InlineData("paragraph 1, sentences 0-2")]
    [InlineData("paragraph 1, sentences 4-3")]
    [InlineData("paragraph 1, sentences 10-9")]
    public void Sentences_that_cannot_be_are_refused(string position) =>
        Locator.TryParse(Section, position, out _).ShouldBeFalse();

    [Fact]
    public void A_printed_position_is_the_text_that_was_read() =>
        AnyPosition.Sample(text => Read(text).Position.ShouldBe(text), iter: 2000);

    [Fact]
    public void A_printed_position_reads_back_to_the_same_place() =>
        AnyPosition.Sample(text => Read(Read(text).Position).ShouldBe(Read(text)), iter: 1000);

    [Fact]
    public void The_same_position_of_another_section_is_another_place()
    {
        Locator.TryParse(Slug.Parse("references"), "paragraph 1", out var other).ShouldBeTrue();

        other.ShouldNotBe(Read("paragraph 1"));
    }

    private static (string Block, int? First, int? Last) Parts(Locator locator) =>
        (locator.Block, locator.FirstSentence, locator.LastSentence);

    private static Locator Read(string position)
    {
        Locator.TryParse(Section, position, out var locator).ShouldBeTrue(position);
        return locator!;
    }
}
