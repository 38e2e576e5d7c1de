namespace LdnEvidence.Api.Data.Rows;

internal sealed class MechanismRow : CountedRow
{
    public required string Name { get; init; }

    public ICollection<MechanismCodeRow> Codes { get; init; } = [];
}
