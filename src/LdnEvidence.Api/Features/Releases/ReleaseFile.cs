using System.Collections.Concurrent;
using System.Reflection;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Features.Releases;

/// <summary>A whole release as a file, or the part of it that the caller asks for (RFC 9110, 14), in constant memory.</summary>
internal sealed class ReleaseFile(OpenRelease release)
    : IResult,
        IStatusCodeHttpResult,
        IReleaseAnswer,
        IEndpointMetadataProvider
{
    private const string ContentType = "application/gzip";

    private const string Unit = "bytes";

    /// <summary>The lengths of the files that were made before.</summary>
    private static readonly ConcurrentDictionary<Release, long> Lengths = new();

    public int? StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new FixedFormat(ContentType));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.AcceptRanges = Unit;
        if (
            !RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range)
            || !range.Unit.Equals(Unit, StringComparison.OrdinalIgnoreCase)
        )
        {
            // What counts something else, or cannot be read, asks for nothing that there is.
            request.Headers.Remove(HeaderNames.Range);
        }

        response.Headers.ContentDisposition =
            $"attachment; filename=\"ldn-evidence-release-{release.Release.Number}.ndjson.gz\"";
        await using var file = new ReleaseFileStream(release, Length(httpContext));
        var headers = response.GetTypedHeaders();
        // The framework reads Range and If-Range; the other conditions were weighed before.
        await TypedResults
            .Stream(file, ContentType, null, headers.LastModified, headers.ETag, enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
        if (response.StatusCode == StatusCodes.Status416RangeNotSatisfiable)
        {
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentDisposition);
            await new ProblemResult(
                Error.RangeNotSatisfiable(Http.Queries.Quote.Of(request.Headers.Range.ToString()), $"{file.Length}")
            ).ExecuteAsync(httpContext);
        }
        else if (file.IsAtEnd)
        {
            Lengths.TryAdd(release.Release, file.Position);
        }
    }

    /// <summary>The length of the file, which costs making it once; null where nobody needs it and it is not known.</summary>
    private long? Length(HttpContext http) =>
        Lengths.TryGetValue(release.Release, out var known) ? known
        : http.Request.Headers.Range.Count == 0 ? null
        : Lengths.GetOrAdd(release.Release, _ => ReleaseFileStream.Count(release, http.RequestAborted));
}
