namespace LdnEvidence.Api.OpenApi;

internal static class DocumentEndpoints
{
    /// <summary>Where Swagger UI reads the document.</summary>
    public const string ForSwaggerUi = "/swagger/v1/swagger.json";

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi.json", ServedDocument.Json).ExcludeFromDescription();
        app.MapGet("/openapi.yaml", ServedDocument.Yaml).ExcludeFromDescription();
        app.MapGet(ForSwaggerUi, ServedDocument.Json).ExcludeFromDescription();
    }
}
