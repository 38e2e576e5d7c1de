using System.IO.Hashing;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Caching;

/// <summary>An answer of no release that is in memory as a whole. Its tag is a hash of its bytes and of the coding that they are sent in.</summary>
internal sealed class WholeAnswer(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    /// <summary>How long others may keep it.</summary>
    public string CacheControl { get; init; } = "public, max-age=3600";

    /// <summary>The request headers that it depends on.</summary>
    public string Vary { get; init; } = "Accept-Encoding";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var coding = ContentCoding.IsCompressed(contentType) ? ContentCoding.Of(request) : string.Empty;
        var tag = $"\"{Convert.ToHexStringLower(XxHash128.Hash(body.Span))}{(coding.Length > 0 ? "-" : "")}{coding}\"";
        var condition = Preconditions.Evaluate(request, tag, lastModified: null);
        if (condition == ConditionResult.Failed)
        {
            var failed = Preconditions.FailedHeader(request.Headers, tag, lastModified: null)!;
            return new ProblemResult(Error.PreconditionFailed(failed)).ExecuteAsync(httpContext);
        }

        (response.Headers.ETag, response.Headers.CacheControl, response.Headers.Vary) = (tag, CacheControl, Vary);
        if (condition == ConditionResult.Held)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return response.BodyWriter.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
