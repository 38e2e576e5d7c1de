namespace LdnEvidence.Api.Data.Rows;

internal sealed class SourceDocumentRow : CatalogueRow
{
    public required string Title { get; init; }

    public required string Sha256 { get; init; }
}
