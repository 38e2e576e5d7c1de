using LdnEvidence.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LdnEvidence.Api.Features.Health;

/// <summary>The service is ready when a release can be read.</summary>
internal sealed class ReleaseServedCheck(CatalogueDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await db.Releases.AnyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("No release has been published yet.");
}
