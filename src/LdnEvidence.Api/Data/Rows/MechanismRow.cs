using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class MechanismRow : NamedRow
{
    /// <summary>The row of a record, from its body.</summary>
    public static MechanismRow From(int release, int position, MechanismResponse mechanism) =>
        new()
        {
            ReleaseNumber = release,
            Id = mechanism.Id,
            Position = position,
            PilotTrialClaims = mechanism.ClaimCounts.PilotTrial,
            CaseSeriesClaims = mechanism.ClaimCounts.CaseSeries,
            AnecdotalClaims = mechanism.ClaimCounts.Anecdotal,
            Name = mechanism.Name,
        };
}
