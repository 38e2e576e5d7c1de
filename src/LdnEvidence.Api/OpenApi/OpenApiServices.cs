using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.OpenApi.Examples;
using LdnEvidence.Api.OpenApi.Parameters;
using LdnEvidence.Api.OpenApi.Responses;
using LdnEvidence.Api.OpenApi.Schemas;
using Microsoft.OpenApi;

namespace LdnEvidence.Api.OpenApi;

/// <summary>How the OpenAPI document is made, and Swagger UI at /swagger.</summary>
internal static class OpenApiServices
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<XmlDocs>();
        services.AddSingleton<EndpointCalls>();
        services.AddSingleton<ServedDocument>();
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, Preamble.Info);
            options.AddServer(new OpenApiServer { Url = "/", Description = "This service" });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaId);
            options.MapType(typeof(Parameter<>), () => new OpenApiSchema { Type = JsonSchemaType.String });
            options.MapType<RecordBody>(() =>
                new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true }
            );
            foreach (var file in XmlDocs.Files)
            {
                options.IncludeXmlComments(file);
            }

            options.SchemaFilter<EnumMeanings>();
            options.SchemaFilter<NamedMaps>();
            options.SchemaFilter<Members>();
            options.SchemaFilter<NullableReferences>();
            options.OperationFilter<PathParameters>();
            options.OperationFilter<QueryParameters>();
            options.OperationFilter<RequestBodies>();
            options.OperationFilter<OperationResponses>();
            options.DocumentFilter<Preamble>();
            options.DocumentFilter<SharedHeaders>();
            options.DocumentAsyncFilter<SharedResponses>();
            options.DocumentAsyncFilter<LiveExamples>();
            options.DocumentAsyncFilter<LiveParameters>();
            options.DocumentAsyncFilter<SharedParameters>();
        });
    }

    /// <summary>Nothing of it is made before it is asked for: most services never are.</summary>
    public static IApplicationBuilder UseOpenApiDocument(this IApplicationBuilder app)
    {
        return app.Use(next =>
        {
            var pages = new Lazy<RequestDelegate>(() =>
            {
                var branch = Pages(app.New());
                // Whatever is not theirs, such as another method, is answered as anywhere else.
                branch.Run(next);
                return branch.Build();
            });
            return http =>
                http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
                    ? pages.Value(http)
                    : next(http);
        });
    }

    private static IApplicationBuilder Pages(IApplicationBuilder app) =>
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "LDN Evidence";
            // Relative to the page, which may stand below a path.
            options.SwaggerEndpoint("v1/swagger.json", "LDN Evidence v1");
            options.HeadContent = $"<style>{SwaggerStyle()}</style>";
            options.DefaultModelsExpandDepth(0);
            options.DisplayRequestDuration();
            options.EnableDeepLinking();
            options.EnableTryItOutByDefault();
        });

    private static string SwaggerStyle()
    {
        using var file = typeof(OpenApiServices).Assembly.GetManifestResourceStream(
            typeof(OpenApiServices),
            "SwaggerUi.css"
        )!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    /// <summary>Names schemas by what they are: Claim and ClaimPage instead of ClaimResponse and ClaimResponsePageResponse.</summary>
    private static string SchemaId(Type type)
    {
        if (type.IsGenericType)
        {
            return SchemaId(type.GetGenericArguments()[0])
                + Plain(type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]);
        }

        // The name EvidenceLevel belongs to the list of the three values.
        return type == typeof(EvidenceLevelResponse) ? "EvidenceLevelDefinition" : Plain(type.Name);

        static string Plain(string name) => name.Replace("Response", string.Empty, StringComparison.Ordinal);
    }
}
