using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>What keeps one caller from taking more than its share.</summary>
internal static class LimitServices
{
    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.Services.Configure<SocketTransportOptions>(ServerLimits.Apply);
        builder.Services.AddSingleton<IConnectionListenerFactory, BoundedTransport>();
        builder
            .Services.AddOptions<RateLimitingOptions>()
            .BindConfiguration(RateLimitingOptions.Section)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RateLimitingOptions>, RateLimitingOptionsValidator>();
        builder
            .Services.AddOptions<TrustedProxyOptions>()
            .BindConfiguration(TrustedProxyOptions.Section)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TrustedProxyOptions>, TrustedProxyOptionsValidator>();
        builder.Services.AddSingleton<RequestQuota>();
        // The framework's own filter looks at the name before a proxy has been asked for it, and answers with no problem.
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
        return builder;
    }

    /// <summary>
    /// Takes the caller's address, the scheme and name by which it calls the service, and the path below which it sees the service, from the proxies that are named in the settings. Does nothing where
    /// none is.
    /// </summary>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        var trusted = app.ApplicationServices.GetRequiredService<IOptions<TrustedProxyOptions>>().Value;
        if (!trusted.Any)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor
                | ForwardedHeaders.XForwardedHost
                | ForwardedHeaders.XForwardedProto
                | ForwardedHeaders.XForwardedPrefix,
            ForwardLimit = trusted.ForwardLimit,
        };
        // The framework trusts this machine; here only what is named is trusted.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in trusted.KnownProxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        foreach (var network in trusted.KnownNetworks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }

        return app.UseForwardedHeaders(options);
    }

    /// <summary>Holds every caller to its quota; without one in the settings, nothing is added. Stands after the safety headers and before any work.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<IOptions<RateLimitingOptions>>().Value.Enabled)
        {
            return app;
        }

        var quota = app.ApplicationServices.GetRequiredService<RequestQuota>();
        return app.Use(next => context => quota.Answer(context, next));
    }
}
