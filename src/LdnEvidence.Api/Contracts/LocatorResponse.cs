using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Contracts;

/// <summary>A place in the source document.</summary>
/// <param name="Document">The document's key; /api/v1/releases/{number} describes it.</param>
/// <param name="Section">The heading of the section, as the document prints it.</param>
/// <param name="Position">Paragraph or list item within the section, and sentences where it has several.</param>
public sealed record LocatorResponse(string Document, string Section, string Position)
{
    internal static LocatorResponse From(Locator locator, SourceDocument document) =>
        new(
            document.Id.Value,
            document.Outline.First(section => section.Id == locator.Section).Heading,
            locator.Position
        );
}
