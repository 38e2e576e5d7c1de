using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Releases;

internal static class GetRelease
{
    /// <summary>Gets one release.</summary>
    /// <remarks>With its digest, its counts and the source document that its claims were taken from.</remarks>
    /// <param name="number" example="1">The number of the release, such as 1.</param>
    /// <response code="200">The release.</response>
    /// <response code="404">There is no release with this number.</response>
    public static RecordResult<ReleaseResponse> Handle(string number, GetReleaseQuery query, ReleaseReader catalogue) =>
        // The release that the address names is the one that was selected for the request, so it exists.
        new(catalogue.Open.Body());
}

/// <summary>A release is read as it is; there is nothing to select.</summary>
public sealed record GetReleaseQuery : Query, IQuery<GetReleaseQuery>;

internal sealed class GetReleaseQueryValidator : QueryValidator<GetReleaseQuery>;
