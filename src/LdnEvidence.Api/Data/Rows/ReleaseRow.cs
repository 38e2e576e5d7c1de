namespace LdnEvidence.Api.Data.Rows;

internal sealed class ReleaseRow
{
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    public required string Digest { get; init; }
}

/// <summary>Written last when a release is published: from then on the database takes no row into it.</summary>
internal sealed class ReleaseSealRow
{
    public required int ReleaseNumber { get; init; }
}
