using System.Globalization;
using LdnEvidence.Api.Data;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Caching;

/// <summary>
/// Keeps finished answers. An answer follows from the build, the release, the address and the headers that choose its form, so that is its key, and
/// nothing has to be invalidated: a new release is another key. Only an answer that is asked for a second time is kept, and only if it would still be there had
/// it been kept the first time, so a caller who never asks twice, or asks for more in turn than there is room for, pushes nothing out.
/// </summary>
internal sealed class AnswerCache : IDisposable
{
    /// <summary>The longest key; what is longer is asked for by nobody twice.</summary>
    private const int LongestKey = 1024;

    private readonly MemoryCache? _answers;
    private readonly int _largest;

    private readonly uint _room;

    /// <summary>Traces of what has been asked for of late: a hash, and how much had been sent by then. A new one takes the place of an older one.</summary>
    private readonly long[] _seen = new long[1 << 12];

    /// <summary>Kilobytes of all answers that were not sent from memory; the clock of the traces.</summary>
    private uint _sent;

    public AnswerCache(IOptions<AnswerCacheOptions> options)
    {
        _largest = options.Value.LargestKilobytes * 1024;
        _room = (uint)options.Value.Megabytes * 1024;
        _answers =
            options.Value.Megabytes == 0
                ? null
                : new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.Megabytes * 1024L * 1024L });
    }

    /// <summary>The answer to a request that was answered before, if it was kept.</summary>
    public CachedAnswer? Find(ReadOnlySpan<char> key) =>
        _answers is not null && _answers.TryGetValue(key, out var answer) ? (CachedAnswer)answer! : null;

    /// <summary>Whether a request has been seen before, not long ago; from now on it has.</summary>
    public bool IsAskedAgain(ReadOnlySpan<char> key)
    {
        if (_answers is null)
        {
            return false;
        }

        var (hash, now) = (string.GetHashCode(key, StringComparison.Ordinal), Volatile.Read(ref _sent));
        ref var place = ref _seen[hash & (_seen.Length - 1)];
        var before = Interlocked.Exchange(ref place, ((long)hash << 32) | now);
        return before != 0 && (int)(before >> 32) == hash && now - (uint)before < _room;
    }

    /// <summary>Takes note of an answer that was not sent from memory.</summary>
    /// <param name="length">Its bytes, where they are known.</param>
    public void Pass(long? length) => Interlocked.Add(ref _sent, 1 + (uint)((length ?? 0) / 1024));

    /// <summary>A stream that passes an answer on and keeps a copy, unless it grows too large.</summary>
    public AnswerCopy Copy(HttpResponse response) => new(response, _largest);

    public void Keep(string key, CachedAnswer answer) =>
        _answers!.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Weight + (2 * key.Length) });

    public void Dispose() => _answers?.Dispose();

    /// <summary>Writes the key of a request into a buffer.</summary>
    /// <returns>The key's length, or 0 where the request is not one whose answer is kept.</returns>
    public static int WriteKey(HttpRequest request, int release, Span<char> key)
    {
        if (
            !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !IsOfARelease(request.Path)
            || request.Headers.Range.Count > 0
        )
        {
            return 0;
        }

        return key.TryWrite(
            CultureInfo.InvariantCulture,
            $"{release}\n{request.Path.Value}\n{RequestTarget.QueryOf(request)}\n{request.Headers.Accept}\n{ContentCoding.Of(request)}\n{RequestTarget.RootOf(request)}",
            out var length
        )
            ? length
            : 0;
    }

    /// <summary>Whether an answer may have been read from a release: the API's and the pages' are.</summary>
    private static bool IsOfARelease(PathString path) =>
        path.Value!.StartsWith(Contracts.Address.Api, StringComparison.Ordinal) || RequestTarget.IsOfPages(path);

    /// <summary>The middleware. It stands before routing, because what it answers needs no endpoint.</summary>
    public static RequestDelegate Before(RequestDelegate next, AnswerCache cache, ReleaseDirectory releases) =>
        http =>
        {
            Span<char> buffer = stackalloc char[LongestKey];
            var length = releases.Latest is { } latest ? WriteKey(http.Request, latest.Release.Number, buffer) : 0;
            if (length == 0)
            {
                return next(http);
            }

            var key = buffer[..length];
            if (cache.Find(key) is { } answer)
            {
                if (http.Request.Headers.Origin.Count > 0)
                {
                    http.Response.Headers[CorsConstants.AccessControlAllowOrigin] = CorsConstants.AnyOrigin;
                    http.Response.Headers[CorsConstants.AccessControlExposeHeaders] = AnswerHeaders.Exposed;
                }

                return answer.Send(http);
            }

            var answered =
                HttpMethods.IsGet(http.Request.Method) && cache.IsAskedAgain(key)
                    ? AnswerAndKeep(http, next, cache, key.ToString())
                    : next(http);
            // Of an answer that is not finished yet, what is announced so far counts.
            cache.Pass(http.Response.ContentLength);
            return answered;
        };

    private static async Task AnswerAndKeep(HttpContext http, RequestDelegate next, AnswerCache cache, string key)
    {
        var body = http.Response.Body;
        using var copy = cache.Copy(http.Response);
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (
            http.Response is { StatusCode: StatusCodes.Status200OK, Headers.ETag.Count: 1 }
            && !Failures.IsCut(http)
            && copy.Whole is { } whole
        )
        {
            cache.Keep(key, new CachedAnswer(http.Response, whole));
        }
    }
}
