using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Features.Releases;

internal static class GetRelease
{
    /// <summary>Gets one release.</summary>
    /// <remarks>With its digest, its counts and the source document that its claims were taken from.</remarks>
    /// <param name="number" example="1">The number of the release, such as 1.</param>
    /// <response code="200">The release.</response>
    /// <response code="404">There is no release with this number.</response>
    public static async Task<Results<StoredResult<ReleaseResponse>, NotFoundProblem>> Handle(
        string number,
        [AsParameters] GetReleaseQuery query,
        ReleaseReader catalogue,
        CancellationToken cancellationToken
    )
    {
        var wanted = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return
            await catalogue
                .Releases.Where(release => release.Number == wanted)
                .Select(release => release.Document)
                .FirstOrDefaultAsync(cancellationToken)
                is { } document
            ? new StoredResult<ReleaseResponse>(document)
            : new NotFoundProblem(
                Error.NoRelease(
                    $"There is no release '{Quote.Of(number)}'; {Address.Of(Address.Releases)} lists those that exist."
                )
            );
    }
}

/// <summary>A release is read as it is; there is nothing to select.</summary>
public sealed record GetReleaseQuery : Query;

internal sealed class GetReleaseQueryValidator : QueryValidator<GetReleaseQuery>;
