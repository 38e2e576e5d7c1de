using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class ConditionRow : NamedRow
{
    public string? BroaderId { get; init; }

    /// <summary>The row of a record, from its body.</summary>
    public static ConditionRow From(int release, int position, ConditionResponse condition) =>
        new()
        {
            ReleaseNumber = release,
            Id = condition.Id,
            Position = position,
            PilotTrialClaims = condition.ClaimCounts.PilotTrial,
            CaseSeriesClaims = condition.ClaimCounts.CaseSeries,
            AnecdotalClaims = condition.ClaimCounts.Anecdotal,
            Name = condition.Name,
            BroaderId = condition.Broader?.Id,
        };
}

/// <summary>One step or more down from a condition, worked out when the release is published.</summary>
internal sealed class NarrowerConditionRow
{
    public required int ReleaseNumber { get; init; }

    public required string BroaderId { get; init; }

    public required string NarrowerId { get; init; }
}
