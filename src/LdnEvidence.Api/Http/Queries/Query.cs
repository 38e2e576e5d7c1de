namespace LdnEvidence.Api.Http.Queries;

/// <summary>The query parameters of a read. Every endpoint has one, so that a parameter it does not know is refused.</summary>
public abstract record Query;

/// <summary>A read of one release.</summary>
public record ReleaseQuery : Query
{
    /// <summary>Read this release instead of the latest. Not together with asOf.</summary>
    public Parameter<int>? Release { get; init; }

    /// <summary>Read the newest release published by the end of this day, UTC (YYYY-MM-DD), instead of the latest. Not together with release.</summary>
    public Parameter<DateOnly>? AsOf { get; init; }
}

/// <summary>A read that may be walked page by page.</summary>
public interface IPagedQuery
{
    /// <summary>How many records a page may have.</summary>
    Parameter<int>? Limit { get; }

    /// <summary>Where the page begins.</summary>
    Parameter<string>? Cursor { get; }
}

/// <summary>A read of a list of one release.</summary>
public record ListQuery : ReleaseQuery, IPagedQuery
{
    /// <summary>How many records a page has at most.</summary>
    /// <example>20</example>
    public Parameter<int>? Limit { get; init; }

    /// <summary>Where the page begins: the cursor inside the next address of the page before. It is valid for the same query and release only.</summary>
    public Parameter<string>? Cursor { get; init; }

    /// <summary>The order: field names separated by commas, each with - before it to turn it round.</summary>
    public Parameter<string>? Sort { get; init; }
}
