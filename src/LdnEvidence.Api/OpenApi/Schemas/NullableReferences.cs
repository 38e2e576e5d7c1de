using System.Reflection;
using System.Text.Json.Serialization;
using LdnEvidence.Api.Http.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>A member that is another record, or a value of a closed list, or null: OpenAPI 3.1 says so with oneOf, since null beside a reference would have to hold as well.</summary>
internal sealed class NullableReferences : ISchemaFilter
{
    private static readonly NullabilityInfoContext Nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members })
        {
            return;
        }

        foreach (
            var property in context
                .Type.GetProperties()
                .Where(property =>
                    property.GetCustomAttribute<JsonIgnoreAttribute>() is null && IsNullableReference(property)
                )
        )
        {
            var name = CamelCase.Of(property.Name);
            members[name] = new OpenApiSchema
            {
                Description = members[name].Description,
                OneOf =
                [
                    context.SchemaGenerator.GenerateSchema(
                        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
                        context.SchemaRepository
                    ),
                    new OpenApiSchema { Type = JsonSchemaType.Null },
                ],
            };
        }
    }

    private static bool IsNullableReference(PropertyInfo property)
    {
        if (Nullable.GetUnderlyingType(property.PropertyType) is { } value)
        {
            return value.IsEnum;
        }

        lock (Nullability)
        {
            return property.PropertyType is { IsClass: true, Namespace: { } home }
                && home.StartsWith(nameof(LdnEvidence), StringComparison.Ordinal)
                && Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    }
}
