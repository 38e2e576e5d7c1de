namespace LdnEvidence.Api.Contracts;

/// <summary>One page of a list. A walk along next visits every record exactly once and stays on one release.</summary>
/// <param name="Items">The records of this page.</param>
/// <param name="Total">How many records the whole list has under these filters.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
/// <param name="Release">The release that was read.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, int Total, string? Next, int Release);
