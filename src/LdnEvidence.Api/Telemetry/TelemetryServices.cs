using Microsoft.Extensions.Logging.Console;

namespace LdnEvidence.Api.Telemetry;

/// <summary>What the operator sees of the service: the log, and traces and metrics over OTLP for whoever collects them.</summary>
internal static class TelemetryServices
{
    /// <summary>The setting that turns them on, as OpenTelemetry names it everywhere.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Registers nothing, and loads none of OpenTelemetry's assemblies, where no endpoint is configured.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        // Every provider costs a scope for every request; the framework's other ones serve debuggers.
        builder.Logging.ClearProviders().AddConsole();
        // The slim host has chosen the plain way to write; the settings have the last word.
        builder.Services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
        // One timestamp format serves both ways to write the log; only the plain one needs the space after it.
        builder.Services.PostConfigure<JsonConsoleFormatterOptions>(json =>
            json.TimestampFormat = json.TimestampFormat?.Trim()
        );
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            OtlpExport.Add(builder);
        }

        return builder;
    }
}
