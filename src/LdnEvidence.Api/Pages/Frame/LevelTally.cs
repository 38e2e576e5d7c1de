using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>
/// How many claims have each level, those apart whose subject is no effect: their level must not be shown as evidence, so pages never count them among the
/// others.
/// </summary>
/// <param name="PilotTrial">Claims on an effect on which a pilot trial reports.</param>
/// <param name="CaseSeries">Claims on an effect on which a case series reports at best.</param>
/// <param name="Anecdotal">Claims on an effect for which no study in people counts.</param>
/// <param name="OfNoEffect">Claims on use, dose or approval.</param>
public sealed record LevelTally(int PilotTrial, int CaseSeries, int Anecdotal, int OfNoEffect)
{
    public int Total => PilotTrial + CaseSeries + Anecdotal + OfNoEffect;

    public int Of(EvidenceLevel level) =>
        level switch
        {
            EvidenceLevel.PilotTrial => PilotTrial,
            EvidenceLevel.CaseSeries => CaseSeries,
            _ => Anecdotal,
        };

    /// <summary>Counts some of the claims of a release.</summary>
    internal static LevelTally Of(ReleaseReader catalogue, PositionSet claims)
    {
        var index = catalogue.Index(Collection.Claims);
        var effects = claims.Intersect(index.Having("levelIsMeaningful", ["true"]));
        return new LevelTally(
            Count(EvidenceLevel.PilotTrial),
            Count(EvidenceLevel.CaseSeries),
            Count(EvidenceLevel.Anecdotal),
            claims.Count - effects.Count
        );

        int Count(EvidenceLevel level) =>
            effects.CountCommon(index.Having("evidenceLevel", [KebabCase<EvidenceLevel>.Of(level)]));
    }

    /// <summary>Counts the claims that name a record.</summary>
    /// <param name="catalogue">The release that is read.</param>
    /// <param name="kind">What the record is, as the column of the claims' list has it.</param>
    /// <param name="id">The record's key.</param>
    internal static LevelTally Of(ReleaseReader catalogue, string kind, string id) =>
        Of(catalogue, catalogue.Index(Collection.Claims).Having(kind, [id]));
}
