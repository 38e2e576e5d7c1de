using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests;

public sealed class SourceDocumentTests
{
    [Theory]
    [InlineData("what-is-ldn", "paragraph 1")]
    [InlineData("what-is-ldn", "list item 1")]
    [InlineData("what-is-ldn", "paragraph 1, sentence 3")]
    [InlineData("what-is-ldn", "paragraph 1, sentences 1-3")]
    [InlineData("references", "list item 1, sentence 2")]
    public void A_place_of_the_outline_is_in_the_document(string section, string position) =>
        Given.ADocument().Contains(Given.ALocator(position, section)).ShouldBeTrue();

    [Theory]
    [InlineData("elsewhere", "paragraph 1")]
    [InlineData("references", "paragraph 1")]
    [InlineData("what-is-ldn", "paragraph 2")]
    [InlineData("what-is-ldn", "paragraph 1, sentence 4")]
    [InlineData("what-is-ldn", "paragraph 1, sentences 3-4")]
    [InlineData("what-is-ldn", "list item 1, sentence 2")]
    public void Another_place_is_not_in_the_document(string section, string position) =>
        Given.ADocument().Contains(Given.ALocator(position, section)).ShouldBeFalse();
}
