using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Features.Releases;

internal static class ListReleases
{
    /// <summary>Lists the releases, newest first.</summary>
    /// <remarks>A release is never changed after it was published. Name one with release= on any other address to keep an answer as it was.</remarks>
    /// <response code="200">A page of releases.</response>
    public static async Task<Page<ReleaseResponse>> Handle(
        [AsParameters] ListReleasesQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var before = page.After ?? int.MaxValue;
        var found = await catalogue
            .Releases.Where(release => release.Number < before)
            .OrderByDescending(release => release.Number)
            .Take(page.Limit + 1)
            .Select(release => new StoredDocument(release.Number, release.Document))
            .ToListAsync(cancellationToken);
        return page.Of<ReleaseResponse>(found, await catalogue.Releases.CountAsync(cancellationToken));
    }
}

/// <summary>Which page of the releases to list.</summary>
public sealed record ListReleasesQuery : Query, IPagedQuery
{
    /// <summary>How many records a page has at most.</summary>
    /// <example>20</example>
    public Parameter<int>? Limit { get; init; }

    /// <summary>Where the page begins: the cursor inside the next address of the page before.</summary>
    public Parameter<string>? Cursor { get; init; }
}

internal sealed class ListReleasesQueryValidator : QueryValidator<ListReleasesQuery>
{
    public ListReleasesQueryValidator() =>
        RuleFor(query => query.Limit).Number(PageRequest.SmallestLimit, PageRequest.LargestLimit);
}
