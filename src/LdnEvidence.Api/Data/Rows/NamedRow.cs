namespace LdnEvidence.Api.Data.Rows;

/// <summary>A record with a name. Its codes are read from its document.</summary>
internal abstract class NamedRow : CountedRow
{
    public required string Name { get; init; }
}
