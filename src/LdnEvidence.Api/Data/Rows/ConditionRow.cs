namespace LdnEvidence.Api.Data.Rows;

internal sealed class ConditionRow : CodedRow<ConditionCodeRow>
{
    public string? BroaderId { get; init; }
}

/// <summary>One step or more down from a condition, worked out when the release is published.</summary>
internal sealed class NarrowerConditionRow
{
    public required int ReleaseNumber { get; init; }

    public required string BroaderId { get; init; }

    public required string NarrowerId { get; init; }
}
