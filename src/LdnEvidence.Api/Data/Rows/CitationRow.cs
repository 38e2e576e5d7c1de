using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class CitationRow
{
    public required int ReleaseNumber { get; init; }

    public required string ClaimId { get; init; }

    public required string StudyId { get; init; }

    public required CitationRelation Relation { get; init; }

    public required bool ReportsOutcome { get; init; }

    public required string Note { get; init; }
}
