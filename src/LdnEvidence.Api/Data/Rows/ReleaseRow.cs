namespace LdnEvidence.Api.Data.Rows;

internal sealed class ReleaseRow
{
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    public required string Digest { get; init; }

    public required byte[] Document { get; init; }
}
