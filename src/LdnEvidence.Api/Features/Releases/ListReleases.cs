using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Releases;

internal static class ListReleases
{
    /// <summary>Lists the releases, newest first.</summary>
    /// <remarks>A release is never changed after it was published. Name one with release= on any other address to keep an answer as it was.</remarks>
    /// <response code="200">A page of releases.</response>
    public static ListResult<ReleasePage> Handle(ListReleasesQuery query, ReleaseReader catalogue)
    {
        var index = catalogue.Index(Collection.Releases);
        return new(new Listing(Collection.Releases, index.All, new ListOrder([(index.Positions, true)])));
    }
}

/// <summary>Which page of the releases to list.</summary>
public sealed record ListReleasesQuery : Query, IPagedQuery, IQuery<ListReleasesQuery>
{
    /// <summary>How many records a page has at most. In the formats without pages, how many records are sent at most; without it, all of them.</summary>
    /// <example>20</example>
    public Parameter<int>? Limit { get; init; }

    /// <summary>Where the page begins: the cursor inside the next address of the page before.</summary>
    public Parameter<string>? Cursor { get; init; }

    /// <summary>The format of the answer; it outweighs the Accept header. All but json send the whole list, not a page.</summary>
    /// <example>json</example>
    public Parameter<string>? Format { get; init; }

    /// <summary>Only these members of the releases: names separated by commas, with dots for members of members. With the formats json and ndjson only.</summary>
    public Parameter<string>? Fields { get; init; }
}

internal sealed class ListReleasesQueryValidator : QueryValidator<ListReleasesQuery>
{
    public ListReleasesQueryValidator()
    {
        RuleFor(query => query.Limit).Number(ListRequest.SmallestLimit, ListRequest.LargestLimit);
        RuleFor(query => query.Format)
            .OneOf(
                "a format of this list",
                [.. FormatRegistry.For(typeof(ReleaseResponse), Arity.Many).Select(format => format.Name)]
            );
        RuleFor(query => query.Fields).SeveralOf("a member of a release", MemberPaths.Of(typeof(ReleaseResponse)));
    }
}
