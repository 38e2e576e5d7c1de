using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class OutcomeRow : NamedRow
{
    /// <summary>The part of health that it belongs to; null where nobody has placed it.</summary>
    public OutcomeDomain? Domain { get; init; }

    /// <summary>The row of a record, from its body.</summary>
    public static OutcomeRow From(int release, int position, OutcomeResponse outcome) =>
        new()
        {
            ReleaseNumber = release,
            Id = outcome.Id,
            Position = position,
            PilotTrialClaims = outcome.ClaimCounts.PilotTrial,
            CaseSeriesClaims = outcome.ClaimCounts.CaseSeries,
            AnecdotalClaims = outcome.ClaimCounts.Anecdotal,
            Name = outcome.Name,
            Domain = outcome.Domain,
        };
}
