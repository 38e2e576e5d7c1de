using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class MechanismRow : CodedRow<MechanismCodeRow>
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
            Codes =
            [
                .. mechanism.Codes.Select(code => new MechanismCodeRow
                {
                    ReleaseNumber = release,
                    RecordId = mechanism.Id,
                    System = code.System,
                    Value = code.Value,
                    Label = code.Label,
                }),
            ],
        };
}
