namespace LdnEvidence.Api.Data.Rows;

/// <summary>A record with a name and codes in public terminologies.</summary>
internal abstract class CodedRow<TCode> : CountedRow
    where TCode : CodeRow
{
    public required string Name { get; init; }

    public ICollection<TCode> Codes { get; init; } = [];
}
