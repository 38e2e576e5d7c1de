using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class SourceDocumentRow : CatalogueRow
{
    public required string Title { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The row of a record, from its body.</summary>
    public static SourceDocumentRow From(int release, int position, SourceDocumentResponse document) =>
        new()
        {
            ReleaseNumber = release,
            Id = document.Id,
            Position = position,
            Title = document.Title,
            Sha256 = document.Sha256,
        };
}
