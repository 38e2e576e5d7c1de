namespace LdnEvidence.Api.Data.Rows;

internal sealed class OutcomeRow : CountedRow
{
    public required string Name { get; init; }

    public ICollection<OutcomeCodeRow> Codes { get; init; } = [];
}
