using LdnEvidence.Api.Data.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LdnEvidence.Api.Features.Health;

/// <summary>The service is ready when the database file is there, can be read, and has the releases that are served.</summary>
internal sealed class ReleaseServedCheck(DatabaseState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            state.Problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy()
        );
}
