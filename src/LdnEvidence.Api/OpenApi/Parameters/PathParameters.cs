using System.Globalization;
using System.Text.Json.Nodes;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Parameters;

/// <summary>Gives the parameters in a path the types that their values have: handlers take them as text, to answer a bad one in their own words.</summary>
internal sealed class PathParameters : IOperationFilter
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["id"] = typeof(Slug),
        ["GetEvidenceLevel.id"] = typeof(EvidenceLevel),
        ["number"] = typeof(int),
        ["from"] = typeof(int),
        ["system"] = typeof(IdentifierSystem),
        ["value"] = typeof(string),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In != ParameterLocation.Path)
            {
                continue;
            }

            var type = Types.GetValueOrDefault($"{operation.OperationId}.{parameter.Name}") ?? Types[parameter.Name!];
            parameter.Schema = ParameterSchemas.Of(type, limits: null, context);
            if (type == typeof(int) && parameter is { Schema: OpenApiSchema number, Example: { } example })
            {
                number.Minimum = "1";
                parameter.Example = JsonValue.Create(int.Parse(example.ToString(), CultureInfo.InvariantCulture));
            }
        }
    }
}
