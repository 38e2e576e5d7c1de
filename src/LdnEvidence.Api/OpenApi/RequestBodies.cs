using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>Describes the body that an operation reads, from what its endpoint says of it.</summary>
internal sealed class RequestBodies : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var body = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TakenBody>().FirstOrDefault();
        if (body is null)
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The claims that are displayed, each with the release that it was taken from.",
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [JsonBody.ContentType] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository),
                    Example = JsonSerializer.SerializeToNode(body.Example, CatalogueJson.Options),
                },
            },
        };
    }
}
