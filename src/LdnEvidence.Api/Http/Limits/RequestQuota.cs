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

    /// <summary>Answers through <paramref name="next"/> while something is left of the quota, and refuses otherwise.</summary>
    public Task Answer(HttpContext context, RequestDelegate next) => Take(context) ? next(context) : Refuse(context);

    public void Dispose() => _limiter.Dispose();

    /// <summary>The health addresses have quotas of their own: a probe is answered even where it shares an address with busy callers.</summary>
    private static int PartitionOf(HttpContext context)
    {
        var partition = ClientPartition.Of(context.Connection.RemoteIpAddress);
        return context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? ~partition
            : partition;
    }

    private bool Take(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        var headers = context.Response.Headers;
        headers[AnswerHeaders.RateLimitPolicy] = _fields.Policy;
        if (lease.IsAcquired)
        {
            headers[AnswerHeaders.RateLimit] = _fields.Remaining(
                _limiter.GetStatistics(context)!.CurrentAvailablePermits
            );
            return true;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.Zero;
        var seconds = Math.Max(RateLimitFields.Window, (int)Math.Ceiling(wait.TotalSeconds));
        headers[AnswerHeaders.RateLimit] = _fields.Remaining(0);
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return false;
    }

    private Task Refuse(HttpContext context)
    {
        // The quota is counted before anything else is done, so a page's right to read the refusal is added here.
        _cors.ApplyResult(_cors.EvaluatePolicy(context, _policy), context.Response);
        return new ProblemResult(Error.TooManyRequests()).ExecuteAsync(context);
    }
}
