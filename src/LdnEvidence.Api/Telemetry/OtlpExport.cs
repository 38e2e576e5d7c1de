using System.Runtime.CompilerServices;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LdnEvidence.Api.Telemetry;

/// <summary>The only type that names OpenTelemetry, so that its assemblies are loaded only when this runs.</summary>
internal static class OtlpExport
{
    private const string ServiceName = "ldn-evidence";

    /// <summary>The exporter itself reads the endpoint, the protocol and the rest from the OTEL_ settings.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(
                    builder.Configuration["OTEL_SERVICE_NAME"] ?? ServiceName,
                    serviceVersion: typeof(OtlpExport).Assembly.GetName().Version!.ToString(3)
                )
            )
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation(options =>
                    {
                        options.Filter = context => !IsProbe(context.Request.Path);
                        // What a caller looks for is the caller's own. The library hides the values; names can be free text too.
                        options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null);
                    })
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime").AddOtlpExporter()
            );

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
