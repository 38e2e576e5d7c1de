using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>The page that the claims were taken from.</summary>
public sealed record SourceDocument
{
    /// <summary>The key.</summary>
    public required Slug Id { get; init; }

    /// <summary>The title as the page prints it.</summary>
    public required string Title { get; init; }

    /// <summary>What is known of the publisher's interest in the subject.</summary>
    public required string PublisherInterest { get; init; }

    /// <summary>The day on which the page's text was read.</summary>
    public required DateOnly DateRead { get; init; }

    /// <summary>SHA-256 of the text that was read, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The sections in the order of the page.</summary>
    public required IReadOnlyList<OutlineSection> Outline { get; init; }

    /// <summary>Whether the document has the place that a locator names.</summary>
    public bool Contains(Locator locator) =>
        Outline.FirstOrDefault(section => section.Id == locator.Section) is { } section
        && section.Blocks.FirstOrDefault(block => block.Position == locator.Block) is { } found
        && (locator.LastSentence ?? 1) <= found.Sentences;
}

/// <summary>A section of the source document.</summary>
/// <param name="Id">The key that locators name.</param>
/// <param name="Heading">The heading as the page prints it.</param>
/// <param name="Blocks">Paragraphs and list items in order.</param>
public sealed record OutlineSection(Slug Id, string Heading, IReadOnlyList<OutlineBlock> Blocks);

/// <summary>A paragraph or list item.</summary>
/// <param name="Position">Its name within the section, such as <c>paragraph 1</c>.</param>
/// <param name="Sentences">How many sentences it has.</param>
public sealed record OutlineBlock(string Position, int Sentences);
