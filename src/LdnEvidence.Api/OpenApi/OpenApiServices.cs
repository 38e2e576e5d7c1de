namespace LdnEvidence.Api.OpenApi;

internal static class OpenApiServices
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        services.AddEndpointsApiExplorer().AddSwaggerGen();

    public static IApplicationBuilder UseOpenApiDocument(this IApplicationBuilder app) =>
        app.UseSwagger().UseSwaggerUI();
}
