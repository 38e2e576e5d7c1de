using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Counts the claims on a condition that a list's filters on strength hide.</summary>
internal static class HiddenClaimCounter
{
    /// <param name="listing">The list with its filters.</param>
    /// <param name="all">The records that it would have without them.</param>
    /// <param name="catalogue">The release that is read.</param>
    public static HiddenClaims Count(Listing listing, PositionSet all, OpenRelease catalogue)
    {
        var (index, hidden) = (catalogue.Index(listing.Collection), all.Except(listing.Records));
        return new HiddenClaims(
            hidden.Count,
            LevelCounts.From(Counts<EvidenceLevel>("evidenceLevel")),
            FidelityCounts.From(Counts<SourceFidelity>("fidelity"))
        );

        Func<TEnum, int> Counts<TEnum>(string field)
            where TEnum : struct, Enum
        {
            var column = index.Column(field);
            var counts = column.CountEach(hidden);
            return value => column.Find(KebabCase<TEnum>.Of(value)) is >= 0 and var number ? counts[number] : 0;
        }
    }
}
