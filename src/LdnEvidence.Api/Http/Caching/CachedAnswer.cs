using LdnEvidence.Domain;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http.Caching;

/// <summary>A finished answer: its headers and its body, as they are sent.</summary>
internal sealed class CachedAnswer
{
    /// <summary>What belongs to an answer, not to the request that happened to make it.</summary>
    private static readonly string[] OfTheAnswer =
    [
        HeaderNames.ContentType,
        HeaderNames.ETag,
        HeaderNames.LastModified,
        HeaderNames.CacheControl,
        HeaderNames.Vary,
        HeaderNames.ContentEncoding,
        HeaderNames.ContentDisposition,
        HeaderNames.AcceptRanges,
        HeaderNames.Link,
        ReleaseFilter.Header,
        AnswerHeaders.UnmatchedCodes,
    ];

    /// <summary>What a 304 leaves out.</summary>
    private static readonly string[] OfTheBody =
    [
        HeaderNames.ContentType,
        HeaderNames.ContentEncoding,
        HeaderNames.ContentDisposition,
        HeaderNames.Link,
    ];

    private readonly string _tag;
    private readonly DateTimeOffset? _lastModified;
    private readonly byte[] _body;
    private readonly (string Name, StringValues Value)[] _headers;

    public CachedAnswer(HttpResponse response, byte[] body)
    {
        _tag = response.Headers.ETag.ToString();
        _lastModified = response.GetTypedHeaders().LastModified;
        _body = body;
        _headers = [.. OfTheAnswer.Where(response.Headers.ContainsKey).Select(name => (name, response.Headers[name]))];
    }

    /// <summary>Bytes that it takes in memory, about.</summary>
    public int Weight => 1024 + _body.Length;

    /// <summary>Sends it, or a 304 where the caller has it already, or a 412 where the caller asks for another.</summary>
    public Task Send(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var condition = Preconditions.Evaluate(request, _tag, _lastModified);
        if (condition == ConditionResult.Failed)
        {
            var failed = Preconditions.FailedHeader(request.Headers, _tag, _lastModified)!;
            return new ProblemResult(Error.PreconditionFailed(failed)).ExecuteAsync(http);
        }

        var isHeld = condition == ConditionResult.Held;
        var headers = response.Headers;
        foreach (var (name, value) in _headers)
        {
            if (!isHeld || !OfTheBody.Contains(name, StringComparer.Ordinal))
            {
                headers[name] = value;
            }
        }

        if (isHeld)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentLength = _body.Length;
        if (HttpMethods.IsHead(request.Method))
        {
            return Task.CompletedTask;
        }

        var sent = response.BodyWriter.WriteAsync(_body);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }
}
