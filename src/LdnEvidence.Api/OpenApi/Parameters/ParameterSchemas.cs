using System.Globalization;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Parameters;

/// <summary>The schemas of the types that query parameters have.</summary>
internal static class ParameterSchemas
{
    public static IOpenApiSchema Of(Type type, INumberLimits? limits, OperationFilterContext context) =>
        type switch
        {
            { IsEnum: true } => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository),
            _ when type == typeof(int) => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = limits?.From.ToString(CultureInfo.InvariantCulture),
                Maximum = limits is null or { To: int.MaxValue }
                    ? null
                    : limits.To.ToString(CultureInfo.InvariantCulture),
            },
            _ when type == typeof(bool) => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            _ when type == typeof(DateOnly) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            _ when type == typeof(Slug) => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                MaxLength = Slug.MaximumLength,
            },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
