namespace LdnEvidence.Api.Contracts.Lists;

/// <summary>One page of a list, whatever its records are.</summary>
public interface IPageResponse
{
    /// <summary>The contract of the records.</summary>
    static abstract Type Record { get; }
}

/// <summary>One page of a list. A walk along next visits every record exactly once and stays on one release.</summary>
public abstract record PageResponse<T> : IPageResponse
{
    static Type IPageResponse.Record => typeof(T);

    /// <summary>The records of this page.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The number of records in the whole list under these filters.</summary>
    public required int Total { get; init; }

    /// <summary>The address of the next page; null on the last.</summary>
    public required string? Next { get; init; }

    /// <summary>The number of the release that was read.</summary>
    public required int Release { get; init; }
}

/// <summary>One page of the evidence levels.</summary>
public sealed record EvidenceLevelPage : PageResponse<EvidenceLevelResponse>;

/// <summary>One page of the releases.</summary>
public sealed record ReleasePage : PageResponse<ReleaseResponse>;

/// <summary>One page of the studies that a claim cites.</summary>
public sealed record ReferencePage : PageResponse<StudyResponse>;
