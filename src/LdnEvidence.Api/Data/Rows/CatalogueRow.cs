namespace LdnEvidence.Api.Data.Rows;

/// <summary>
/// A record of one release. The columns of its kind exist to filter, sort and join; its <see cref="DocumentRow"/> is what a reader receives.
/// </summary>
internal abstract class CatalogueRow
{
    public required int ReleaseNumber { get; init; }

    public required string Id { get; init; }

    /// <summary>The place in the default order of its kind, from 1.</summary>
    public required int Position { get; init; }
}

/// <summary>A record that says how many claims of each level name it.</summary>
internal abstract class CountedRow : CatalogueRow
{
    public required int PilotTrialClaims { get; init; }

    public required int CaseSeriesClaims { get; init; }

    public required int AnecdotalClaims { get; init; }
}
