using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>Says beneath each list of values what every value means.</summary>
internal sealed class EnumMeanings(XmlDocs docs) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (!context.Type.IsEnum || schema is not OpenApiSchema enumeration)
        {
            return;
        }

        var meanings = context
            .Type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => $"- `{JsonNamingPolicy.KebabCaseLower.ConvertName(field.Name)}`: {docs.Summary(field)}");
        enumeration.Description = $"{docs.Summary(context.Type)}\n\n{string.Join('\n', meanings)}";
    }
}
