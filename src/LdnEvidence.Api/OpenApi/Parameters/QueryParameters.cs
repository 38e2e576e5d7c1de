using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation.Validators;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Parameters;

/// <summary>
/// Describes each query parameter from its query type and its validator, so that a limit is written once and shown here too. Nothing is filled in by Swagger UI
/// that is not required: what is optional has no default and no single example, and its named examples begin with none.
/// </summary>
internal sealed class QueryParameters(XmlDocs docs) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var query = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ValidatedQuery>().FirstOrDefault();
        if (query is null)
        {
            return;
        }

        var rules = query.Validator.CreateDescriptor().GetMembersWithValidators();
        var path = operation.Parameters?.Where(parameter => parameter.In == ParameterLocation.Path) ?? [];
        operation.Parameters =
        [
            .. path,
            .. QueryShape
                .Of(query.Type)
                .Parameters.Select(parameter =>
                    Describe(parameter, [.. rules[parameter.Property.Name].Select(rule => rule.Validator)], context)
                ),
        ];
    }

    private OpenApiParameter Describe(
        QueryParameter parameter,
        IReadOnlyList<object> rules,
        OperationFilterContext context
    )
    {
        var names = rules.OfType<IAllowedNames>().FirstOrDefault();
        var value = names is null
            ? ParameterSchemas.Of(parameter.ValueType, rules.OfType<INumberLimits>().FirstOrDefault(), context)
            : NameSchemas.Of(parameter.Name, names, context);
        var isArray = parameter.IsRepeatable || names is { IsList: true };
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = rules.OfType<INotNullValidator>().Any(),
            Description = docs.Summary(parameter.Property),
            Schema = isArray ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
        if (names is { IsList: true })
        {
            // One parameter with commas, where a repeatable one is given once for each value.
            (described.Style, described.Explode) = (ParameterStyle.Form, false);
        }

        AddExamples(
            described,
            [
                .. (names is { IsList: true } ? names.Names.Take(2) : Example(parameter)).Select(example =>
                    Node(parameter.ValueType, example)
                ),
            ],
            isClosed: names is not null || parameter.ValueType.IsEnum
        );
        return described;
    }

    private string[] Example(QueryParameter parameter) =>
        docs.Example(parameter.Property) is { } example ? [example] : [];

    /// <summary>Swagger UI fills in what stands beside the schema, but not what stands in it.</summary>
    private static void AddExamples(OpenApiParameter described, JsonNode[] examples, bool isClosed)
    {
        if (examples.Length == 0)
        {
            return;
        }

        if (described.Required)
        {
            described.Example = examples[0];
        }
        else if (described.Schema is not OpenApiSchema { Type: { } type } schema)
        {
            // One value of a closed list, which the list itself shows.
        }
        else if (type == JsonSchemaType.Array && isClosed)
        {
            schema.Examples = [new JsonArray(examples)];
        }
        else if (type == JsonSchemaType.Array)
        {
            described.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["none"] = new OpenApiExample { Summary = "Not sent", Value = new JsonArray() },
                // Its name is no value: scripts order members whose names are numbers first.
                ["example"] = new OpenApiExample { Summary = examples[0].ToString(), Value = new JsonArray(examples) },
            };
        }
        else
        {
            schema.Examples = [.. examples];
            if (type != JsonSchemaType.Boolean)
            {
                described.Description += $" For example {examples[0]}.";
            }
        }
    }

    private static JsonNode Node(Type type, string example) =>
        type == typeof(int) ? JsonValue.Create(int.Parse(example, CultureInfo.InvariantCulture))
        : type == typeof(bool) ? JsonValue.Create(bool.Parse(example))
        : JsonValue.Create(example);
}
