using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class OutcomeRow : CodedRow<OutcomeCodeRow>
{
    /// <summary>The part of health that it belongs to; null where nobody has placed it.</summary>
    public OutcomeDomain? Domain { get; init; }
}
