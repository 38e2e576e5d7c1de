using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Releases;

internal static class DownloadRelease
{
    /// <summary>Downloads a release as one file.</summary>
    /// <remarks>
    /// NDJSON compressed with gzip: a manifest on the first line (digest, counts, licence), then one record a line with its SHA-256. The records come in the
    /// order in which the digest hashes them, so anyone can verify the file without this service.
    /// </remarks>
    /// <param name="number" example="1">The number of the release, such as 1.</param>
    /// <response code="200">The file.</response>
    /// <response code="404">There is no release with this number.</response>
    public static ReleaseFile Handle(string number, DownloadReleaseQuery query, ReleaseReader catalogue) =>
        new(catalogue.Open);
}

/// <summary>A release is downloaded whole; there is nothing to select.</summary>
public sealed record DownloadReleaseQuery : Query, IQuery<DownloadReleaseQuery>;

internal sealed class DownloadReleaseQueryValidator : QueryValidator<DownloadReleaseQuery>;
