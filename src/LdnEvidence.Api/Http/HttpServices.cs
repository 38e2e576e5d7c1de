using FluentValidation;
using LdnEvidence.Api.Contracts;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LdnEvidence.Api.Http;

internal static class HttpServices
{
    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        if (
            builder.Configuration["urls"] is null
            && builder.Configuration["http_ports"] is null
            && builder.Configuration["https_ports"] is null
        )
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.ConfigureHttpJsonOptions(options => CatalogueJson.Configure(options.SerializerOptions));
        builder.Services.AddValidatorsFromAssemblyContaining<PageRequest>(
            ServiceLifetime.Singleton,
            includeInternalTypes: true
        );
        builder.Services.AddScoped<PageRequest>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(AnyoneMayRead));
        return builder;
    }

    private static void AnyoneMayRead(CorsPolicyBuilder policy) =>
        policy
            .AllowAnyOrigin()
            .AllowAnyHeader()
            .WithMethods("GET", "HEAD", "OPTIONS")
            .WithExposedHeaders(
                "ETag",
                "Link",
                "Retry-After",
                ReleaseFilter.Header,
                AnswerHeaders.RequestId,
                AnswerHeaders.RateLimit,
                AnswerHeaders.RateLimitPolicy
            );
}
