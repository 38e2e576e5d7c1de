using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class ReleaseRow
{
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    public required string Digest { get; init; }

    /// <summary>The row of a release, from the release's own body.</summary>
    public static ReleaseRow From(ReleaseResponse release) =>
        new()
        {
            Number = release.Number,
            PublishedAt = release.PublishedAt,
            Digest = release.Digest,
        };
}

/// <summary>Written last when a release is published: from then on the database takes no row into it.</summary>
internal sealed class ReleaseSealRow
{
    public required int ReleaseNumber { get; init; }
}
