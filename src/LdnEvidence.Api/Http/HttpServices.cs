using System.IO.Compression;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Http.Errors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http;

internal static class HttpServices
{
    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.ConfigureEndpointDefaults(endpoint => endpoint.UseServerErrors());
        });
        if (
            builder.Configuration["urls"] is null
            && builder.Configuration["http_ports"] is null
            && builder.Configuration["https_ports"] is null
        )
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.ConfigureHttpJsonOptions(options => CatalogueJson.Configure(options.SerializerOptions));
        builder.Services.AddScoped<ListRequest>();
        builder.Services.AddScoped<Representation>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(AnyoneMayRead));
        builder
            .Services.AddOptions<AnswerCacheOptions>()
            .BindConfiguration(AnswerCacheOptions.Section)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AnswerCacheOptions>, AnswerCacheOptionsValidator>();
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddResponseCompression(Compress);
        // Speed over size: what is asked for again is kept as it was sent.
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        return builder;
    }

    /// <summary>Sends finished answers again, and compresses the others.</summary>
    public static IApplicationBuilder UseKeptAnswers(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var (cache, releases) = (
            services.GetRequiredService<AnswerCache>(),
            services.GetRequiredService<ReleaseDirectory>()
        );
        return app.Use(next => AnswerCache.Before(next, cache, releases))
            .Use(next =>
                http =>
                {
                    // The coding that the ETag was made for is the one that is used.
                    if (http.Request.Headers.AcceptEncoding.Count > 0)
                    {
                        http.Request.Headers.AcceptEncoding = ContentCoding.Of(http.Request);
                    }

                    return next(http);
                }
            )
            .UseResponseCompression();
    }

    /// <summary>
    /// The framework's CORS middleware, called directly: the framework would compile the call from an expression tree, which it loads the compiler for.
    /// </summary>
    public static IApplicationBuilder UseReadingFromAnywhere(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var policies = services.GetRequiredService<ICorsPolicyProvider>();
        return app.Use(next =>
        {
            var cors = new CorsMiddleware(
                next,
                services.GetRequiredService<ICorsService>(),
                services.GetRequiredService<ILoggerFactory>()
            );
            return http => cors.Invoke(http, policies);
        });
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        // Nothing secret is served, so the length of a compressed answer tells nobody anything.
        compression.EnableForHttps = true;
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<ZstandardCompression>();
        compression.Providers.Add<GzipCompressionProvider>();
        compression.MimeTypes = ContentCoding.Compressed;
    }

    private static void AnyoneMayRead(CorsPolicyBuilder policy) =>
        policy
            .AllowAnyOrigin()
            .AllowAnyHeader()
            .WithMethods("GET", "HEAD", "POST", "OPTIONS")
            .WithExposedHeaders(AnswerHeaders.Exposed.Split(','))
            // Browsers that keep it for less than a day take their own longest time.
            .SetPreflightMaxAge(TimeSpan.FromDays(1));
}
