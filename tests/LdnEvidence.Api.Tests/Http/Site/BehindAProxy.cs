using System.Net;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Http.Site;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Site;

/// <summary>The service as callers see it through a proxy that shows it below <c>/ldn</c>.</summary>
internal sealed class BehindAProxy : IDisposable
{
    public const string Path = "/ldn";

    private static readonly IPAddress Proxy = IPAddress.Parse("192.0.2.7");

    private readonly CatalogueApp _app;

    private BehindAProxy(Action<SiteOptions>? site, Func<CatalogueApp, HttpMessageHandler> handler)
    {
        _app = new CatalogueApp
        {
            AllowedHosts = "evidence.example",
            Settings = services =>
            {
                services.Configure<SiteOptions>(options => site?.Invoke(options));
                services.Configure<TrustedProxyOptions>(options => options.KnownProxies = [Proxy.ToString()]);
            },
        };
        Client = new HttpClient(handler(_app)) { BaseAddress = new Uri("http://evidence.example") };
    }

    public HttpClient Client { get; }

    /// <summary>The proxy passes the path on, and a setting names it.</summary>
    public static BehindAProxy ThatPassesThePathOn() =>
        new(site => site.BasePath = Path, app => app.Server.CreateHandler());

    /// <summary>The proxy takes the path away, and a setting names it.</summary>
    public static BehindAProxy ThatTakesThePathAway() =>
        new(site => site.BasePath = Path, app => new Stripping(app.Server.CreateHandler()));

    /// <summary>The proxy takes the path away, and tells it in a header.</summary>
    public static BehindAProxy ThatTellsThePath(string prefix = Path, string? from = null, string? setting = null) =>
        new(
            site => site.BasePath = setting ?? string.Empty,
            app => new Stripping(
                app.Server.CreateHandler(context =>
                {
                    context.Connection.RemoteIpAddress = from is null ? Proxy : IPAddress.Parse(from);
                    context.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
                    context.Request.Headers["X-Forwarded-Prefix"] = prefix;
                })
            )
        );

    public void Dispose()
    {
        Client.Dispose();
        _app.Dispose();
    }

    private sealed class Stripping(HttpMessageHandler next) : DelegatingHandler(next)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var uri = request.RequestUri!;
            if (uri.AbsolutePath.StartsWith(Path, StringComparison.Ordinal))
            {
                request.RequestUri = new Uri(uri, $"/{uri.PathAndQuery[Path.Length..].TrimStart('/')}");
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
