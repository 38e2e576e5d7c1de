using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Rows;

/// <summary>A terminology code of a record; each kind of record has its own table, so that the foreign key is real.</summary>
internal abstract class CodeRow
{
    public required int ReleaseNumber { get; init; }

    public required string RecordId { get; init; }

    public required CodeSystem System { get; init; }

    public required string Value { get; init; }

    public string? Label { get; init; }
}

internal sealed class ConditionCodeRow : CodeRow;

internal sealed class MechanismCodeRow : CodeRow;

internal sealed class OutcomeCodeRow : CodeRow;
