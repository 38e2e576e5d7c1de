using System.Globalization;
using System.Threading.RateLimiting;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// Counts the requests of each address against its quota, with the framework's token buckets. The framework forgets a bucket ten seconds after it is
/// full again. Its middleware is not used: it costs twice as much for each request and does not tell what is left.
/// </summary>
internal sealed class RequestQuota : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter;
    private readonly RateLimitFields _fields;
    private readonly ICorsService _cors;
    private readonly CorsPolicy _policy;

    public RequestQuota(IOptions<RateLimitingOptions> quota, ICorsService cors, IOptions<CorsOptions> policies)
    {
        var options = quota.Value;
        _fields = new RateLimitFields(options.Burst, options.PerSecond);
        _cors = cors;
        _policy = policies.Value.GetPolicy(policies.Value.DefaultPolicyName)!;
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = options.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(RateLimitFields.Window),
            QueueLimit = 0,
        };
        _limiter = PartitionedRateLimiter.Create<HttpContext, int>(context =>
            RateLimitPartition.GetTokenBucketLimiter(PartitionOf(context), _ => bucket)
        );
    }

    /// <summary>
    /// Answers through <paramref name="next"/> while something is left of the quota, and refuses otherwise. A preflight is always answered: its refusal would
    /// hide from the caller's page that the quota is used up. What may become a 304 is counted when its status is known, since a 304 costs nothing.
    /// </summary>
    public Task Answer(HttpContext context, RequestDelegate next)
    {
        if (IsPreflight(context.Request))
        {
            return next(context);
        }

        if (!IsConditional(context.Request) || Left(context) < 1)
        {
            return Take(context) ? next(context) : Refuse(context);
        }

        context.Response.OnStarting(
            static state =>
            {
                var (quota, context) = ((RequestQuota, HttpContext))state;
                if (context.Response.StatusCode != StatusCodes.Status304NotModified)
                {
                    using var lease = quota._limiter.AttemptAcquire(context);
                }

                quota.Tell(context, quota.Left(context));
                return Task.CompletedTask;
            },
            (this, context)
        );
        return next(context);
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>The health addresses have quotas of their own: a probe is answered even where it shares an address with busy callers.</summary>
    private static int PartitionOf(HttpContext context)
    {
        var partition = ClientPartition.Of(context.Connection.RemoteIpAddress);
        return context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? ~partition
            : partition;
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method)
        && request.Headers.Origin.Count > 0
        && request.Headers.AccessControlRequestMethod.Count > 0;

    private static bool IsConditional(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0 || request.Headers.IfModifiedSince.Count > 0;

    /// <summary>How many requests are left of the caller's quota.</summary>
    private long Left(HttpContext context) => _limiter.GetStatistics(context)!.CurrentAvailablePermits;

    private void Tell(HttpContext context, long left)
    {
        context.Response.Headers[AnswerHeaders.RateLimitPolicy] = _fields.Policy;
        context.Response.Headers[AnswerHeaders.RateLimit] = _fields.Remaining(left);
    }

    private bool Take(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            Tell(context, Left(context));
            return true;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.Zero;
        var seconds = Math.Max(RateLimitFields.Window, (int)Math.Ceiling(wait.TotalSeconds));
        Tell(context, 0);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return false;
    }

    private Task Refuse(HttpContext context)
    {
        // The quota is counted before anything else is done, so a page's right to read the refusal is added here.
        _cors.ApplyResult(_cors.EvaluatePolicy(context, _policy), context.Response);
        return new ProblemResult(Error.TooManyRequests()).ExecuteAsync(context);
    }
}
