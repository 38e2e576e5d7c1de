using LdnEvidence.Api.Http.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>Gives a member that is a map a schema with a name of its own, so that generated clients have a type for it.</summary>
internal sealed class NamedMaps(XmlDocs docs) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members })
        {
            return;
        }

        foreach (var property in context.Type.GetProperties().Where(property => IsMap(property.PropertyType)))
        {
            members[CamelCase.Of(property.Name)] = Reference(property.PropertyType, context);
        }
    }

    private IOpenApiSchema Reference(Type map, SchemaFilterContext context)
    {
        if (context.SchemaRepository.TryLookupByType(map, out var known))
        {
            return known;
        }

        var described = (OpenApiSchema)context.SchemaGenerator.GenerateSchema(map, context.SchemaRepository);
        described.Description = docs.Summary(map);
        context.SchemaRepository.RegisterType(map, map.Name);
        return context.SchemaRepository.AddDefinition(map.Name, described);
    }

    private static bool IsMap(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Dictionary<,>);
}
