using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Http.Queries;
using Microsoft.OpenApi;

namespace LdnEvidence.Api.OpenApi;

/// <summary>The OpenAPI document at /swagger/v1/swagger.json and Swagger UI at /swagger.</summary>
internal static class OpenApiServices
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<XmlDocs>();
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", Preamble.Info);
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
            options.OperationFilter<QueryParameters>();
            options.OperationFilter<RequestBodies>();
            options.OperationFilter<Answers>();
            options.OperationFilter<EveryAnswer>();
            options.DocumentFilter<Preamble>();
            options.DocumentFilter<EveryAnswer>();
            options.DocumentAsyncFilter<LiveExamples>();
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
        app.UseSwagger(options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.PreSerializeFilters.Add(
                    (document, request) => document.Servers![0].Url = $"{request.PathBase.ToUriComponent()}/"
                );
            })
            .UseSwaggerUI(options =>
            {
                options.DocumentTitle = "LDN Evidence";
                // Relative to the page, which may stand below a path.
                options.SwaggerEndpoint("v1/swagger.json", "LDN Evidence v1");
                options.DefaultModelsExpandDepth(0);
                options.DisplayRequestDuration();
                options.EnableDeepLinking();
                options.EnableTryItOutByDefault();
            });

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
