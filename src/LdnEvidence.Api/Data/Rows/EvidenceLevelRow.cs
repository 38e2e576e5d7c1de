namespace LdnEvidence.Api.Data.Rows;

internal sealed class EvidenceLevelRow : CatalogueRow
{
    public required int ClaimCount { get; init; }
}
