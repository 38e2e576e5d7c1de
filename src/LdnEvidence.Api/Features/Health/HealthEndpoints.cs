using LdnEvidence.Api.Contracts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LdnEvidence.Api.Features.Health;

internal static class HealthEndpoints
{
    private static readonly HttpMethodMetadata ReadOnly = new([HttpMethods.Get]);

    /// <summary>/health/live: the process answers. /health/ready: it serves a release.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write })
            .WithMetadata(ReadOnly);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).WithMetadata(ReadOnly);
    }

    private static Task Write(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new HealthResponse(report.Status.ToString().ToLowerInvariant()),
            CatalogueJson.Options
        );

    private sealed record HealthResponse(string Status);
}
