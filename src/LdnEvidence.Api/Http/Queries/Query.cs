using System.Reflection;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>The query parameters of a read. Every endpoint has one, so that a parameter it does not know is refused.</summary>
public abstract record Query;

/// <summary>Says of the query that a use case takes how it is read: only the parameters that an address has are looked at.</summary>
/// <typeparam name="TQuery">The query itself.</typeparam>
public interface IQuery<TQuery> : IBindableFromHttpContext<TQuery>
    where TQuery : Query, IQuery<TQuery>, new()
{
    /// <summary>Called by the framework before the use case and its filters.</summary>
    static ValueTask<TQuery?> IBindableFromHttpContext<TQuery>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = new TQuery();
        if (context.Request.QueryString.HasValue)
        {
            QueryShape.Of(typeof(TQuery)).Fill(query, context.Request.Query);
        }

        return ValueTask.FromResult<TQuery?>(query);
    }
}

/// <summary>A read that is refused without parameters; any other is right without them, and a request that has none need not be looked at.</summary>
public interface IDemandingQuery;

/// <summary>A read of one release.</summary>
public record ReleaseQuery : Query
{
    /// <summary>Read this release instead of the latest. Not together with asOf.</summary>
    public Parameter<int>? Release { get; init; }

    /// <summary>Read the newest release published by the end of this day, UTC (YYYY-MM-DD), instead of the latest. Not together with release.</summary>
    public Parameter<DateOnly>? AsOf { get; init; }
}

/// <summary>A read whose answer can be had in several forms.</summary>
public interface IFormattedQuery
{
    /// <summary>The format by name; it outweighs the Accept header.</summary>
    Parameter<string>? Format { get; }

    /// <summary>The members that are wanted.</summary>
    Parameter<string>? Fields { get; }
}

/// <summary>A read that may be walked page by page.</summary>
public interface IPagedQuery : IFormattedQuery
{
    /// <summary>How many records a page may have.</summary>
    Parameter<int>? Limit { get; }

    /// <summary>Where the page begins.</summary>
    Parameter<string>? Cursor { get; }
}

/// <summary>A read of one record of one release.</summary>
public record RecordQuery : ReleaseQuery, IFormattedQuery
{
    /// <summary>The format of the answer. It outweighs the Accept header.</summary>
    /// <example>json</example>
    public Parameter<string>? Format { get; init; }

    /// <summary>Only these members of the record: names separated by commas, with dots for members of members. With format json only.</summary>
    public Parameter<string>? Fields { get; init; }
}

/// <summary>A read of a list of one release.</summary>
public record ListQuery : ReleaseQuery, IPagedQuery
{
    /// <summary>How many records a page has at most. In the formats without pages, how many records are sent at most; without it, all of them.</summary>
    /// <example>20</example>
    public Parameter<int>? Limit { get; init; }

    /// <summary>Where the page begins: the cursor inside the next address of the page before. It is valid for the same query and release only.</summary>
    public Parameter<string>? Cursor { get; init; }

    /// <summary>The order: field names separated by commas, each with - before it to turn it round.</summary>
    public Parameter<string>? Sort { get; init; }

    /// <summary>The format of the answer; it outweighs the Accept header. All but json send the whole list, not a page.</summary>
    /// <example>json</example>
    public Parameter<string>? Format { get; init; }

    /// <summary>Only these members of the records: names separated by commas, with dots for members of members. With the formats json and ndjson only.</summary>
    public Parameter<string>? Fields { get; init; }
}

/// <summary>A read that clinical codes narrow.</summary>
public interface ICodedQuery
{
    /// <summary>The codes.</summary>
    Parameter<Code>[] Code { get; }
}

/// <summary>A read of a list that can be searched and narrowed by clinical codes.</summary>
public record SearchableQuery : ListQuery, ICodedQuery
{
    /// <summary>The most codes that one request may name.</summary>
    internal const int MaxCodes = 150;

    /// <summary>The order of a search's hits by how well they match.</summary>
    internal const string Relevance = "relevance";

    /// <summary>Only records in which all these words occur. "A phrase" in quotes, a prefix with * after it; case, accents and US or UK spelling make no difference. Conditions are found by their synonyms too. sort=relevance puts the best match first.</summary>
    /// <example>crohn</example>
    public Parameter<string>? Q { get; init; }

    /// <summary>Only records that any of these codes means, as system|value, up to 150: conditions, mechanisms and outcomes that carry the code, claims on them, and studies that such claims cite. A patient's ICD-10-CM code finds the condition that it means: icd10cm|K50.00 finds Crohn's disease. Codes that mean no record are named in unmatchedCodes. May be given more than once.</summary>
    /// <example>icd10cm|K50.90</example>
    public Parameter<Code>[] Code { get; init; } = [];

    /// <summary>Whether a condition that a code means also stands for narrower ones.</summary>
    internal virtual bool CodesIncludeNarrower => false;

    /// <summary>Whether to add an excerpt of each item with the found words marked. Needs q. False when absent.</summary>
    /// <example>false</example>
    public Parameter<bool>? Highlight { get; init; }
}
