using System.Reflection;
using System.Text.Json.Serialization;
using LdnEvidence.Api.Http.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>
/// Which members a body has: every one that its type declares is always there, if only as null; and later versions may add others, so a client must
/// not refuse those it does not know.
/// </summary>
internal sealed class Members : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { AdditionalProperties: null, Properties: { } members } described)
        {
            return;
        }

        described.AdditionalPropertiesAllowed = true;
        var sometimesAbsent = context
            .Type.GetProperties()
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is not null)
            .Select(property => CamelCase.Of(property.Name))
            .ToList();
        foreach (var name in sometimesAbsent)
        {
            // What is left out where there is no value is never null.
            if (members.TryGetValue(name, out var found) && found is OpenApiSchema { Type: { } type } member)
            {
                member.Type = type & ~JsonSchemaType.Null;
            }
        }

        described.Required = members
            .Keys.Except(sometimesAbsent, StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
    }
}
