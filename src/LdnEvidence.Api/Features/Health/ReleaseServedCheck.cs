using LdnEvidence.Api.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LdnEvidence.Api.Features.Health;

/// <summary>The service is ready when a release can be read.</summary>
internal sealed class ReleaseServedCheck(CatalogueReads reads) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            reads.LatestRelease() > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("No release has been published yet.")
        );
}
