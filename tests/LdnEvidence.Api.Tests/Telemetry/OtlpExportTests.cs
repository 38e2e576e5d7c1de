using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LdnEvidence.Api.Tests.Telemetry;

public sealed class OtlpExportTests
{
    private const string Secret = "zolpidem-und-zweifel";

    [Fact]
    public async Task Without_an_endpoint_nothing_of_it_is_even_loaded()
    {
        using var served = await ServedCatalogue.Start();
        await served.Client.Get("/api/v1/claims");

        var loaded = await LoadedFiles(served);

        loaded.ShouldContain("LdnEvidence.Domain.dll");
        loaded.ShouldNotContain("OpenTelemetry");
    }

    [Fact]
    public async Task With_an_endpoint_requests_are_traced_and_measured_without_their_query()
    {
        await using var collector = await Collector.Start();
        using var served = await ServedCatalogue.Start(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "100"),
            // Even an operator who asks for the query does not get it.
            ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true")
        );

        await served.Client.Get("/health/ready");
        await served.Client.Get("/api/v1/claims/eff-hiv-cd4?release=1");
        using var refused = await served.Client.GetAsync(
            $"/api/v1/conditions?{Secret}=1&code={Secret}",
            TestContext.Current.CancellationToken
        );

        var traces = await collector.Wait("/v1/traces", "GET /api/v1/claims/{id}", "GET /api/v1/conditions");
        traces.ShouldContain("ldn-evidence");
        traces.ShouldContain("service.version");
        var metrics = await collector.Wait("/v1/metrics", "http.server.request.duration", "dotnet.gc.collections");
        metrics.ShouldContain("/api/v1/claims/{id}");
        foreach (var sent in new[] { traces, metrics })
        {
            sent.ShouldNotContain(Secret);
            sent.ShouldNotContain("url.query");
        }

        traces.ShouldNotContain("/health/ready");
        (await LoadedFiles(served)).ShouldContain("OpenTelemetry");
    }

    private static async Task<string> LoadedFiles(ServedCatalogue served)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux alone shows in /proc which files a process has loaded.");
        return await File.ReadAllTextAsync($"/proc/{served.ProcessId}/maps", TestContext.Current.CancellationToken);
    }

    /// <summary>Takes OTLP over HTTP and keeps the bytes; the texts in them can be read without knowing the format.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Text)> _received = new();
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                _received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.StatusCode = (int)HttpStatusCode.OK;
            });
        }

        public string Address =>
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Collector> Start()
        {
            var collector = new Collector();
            await collector._app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        /// <summary>Waits until everything that is meant has come, and gives all that has.</summary>
        public async Task<string> Wait(string path, params string[] meant)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            while (true)
            {
                var all = string.Concat(_received.Where(part => part.Path == path).Select(part => part.Text));
                if (meant.All(word => all.Contains(word, StringComparison.Ordinal)))
                {
                    return all;
                }

                await Task.Delay(20, patience.Token);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
