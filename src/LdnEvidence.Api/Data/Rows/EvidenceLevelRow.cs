using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class EvidenceLevelRow : CatalogueRow
{
    public required int ClaimCount { get; init; }

    /// <summary>The row of a record, from its body.</summary>
    public static EvidenceLevelRow From(int release, int position, EvidenceLevelResponse level) =>
        new()
        {
            ReleaseNumber = release,
            Id = KebabCase<EvidenceLevel>.Of(level.Id),
            Position = position,
            ClaimCount = level.ClaimCount,
        };
}
