namespace LdnEvidence.Api.Data.Rows;

/// <summary>
/// What lists of one collection need of one field, worked out when the release is published: which positions have which value, or how the positions
/// rank by it. Derived from the other tables, for speed alone.
/// </summary>
internal sealed class ListColumnRow
{
    public required int ReleaseNumber { get; init; }

    public required Collection Collection { get; init; }

    public required string Name { get; init; }

    /// <summary>As <see cref="Lists.ValueColumn"/> or <see cref="Lists.RankColumn"/> writes it.</summary>
    public required byte[] Content { get; init; }
}
