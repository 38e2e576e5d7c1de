using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation.Validators;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>Describes each query parameter from its query type and its validator, so that a limit is written once and shown here too.</summary>
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
        var value = SchemaOf(parameter.ValueType, rules, context);
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = rules.OfType<INotNullValidator>().Any(),
            Description = docs.Summary(parameter.Property),
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
        if (rules.OfType<IAllowedNames>().FirstOrDefault() is { IsList: true } several)
        {
            // Of members there are too many to list; those of the record itself lead to the others.
            var names = several.Names.Where(name => !name.Contains('.', StringComparison.Ordinal)).ToList();
            described.Description += $" Names: {string.Join(", ", names)}.";
            Suggest(described, names[0]);
        }

        if (docs.Example(parameter.Property) is not { } example)
        {
            return described;
        }

        if (parameter.Name == "q" && !described.Required)
        {
            Suggest(described, example);
        }
        else if (parameter.IsRepeatable)
        {
            // Swagger UI fills in the first example, and a call that every filter narrows at once finds nothing.
            described.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["any"] = new OpenApiExample { Summary = "Any (not filtered)", Value = new JsonArray() },
                [example] = new OpenApiExample { Summary = example, Value = new JsonArray(JsonValue.Create(example)) },
            };
        }
        else
        {
            described.Example = Node(parameter.ValueType, example);
        }

        return described;
    }

    /// <summary>Puts an example into the schema, where Swagger UI shows it but does not fill it in.</summary>
    private static void Suggest(OpenApiParameter parameter, string example) =>
        ((OpenApiSchema)parameter.Schema!).Examples = [JsonValue.Create(example)];

    private static JsonNode Node(Type type, string example) =>
        type == typeof(int) ? JsonValue.Create(int.Parse(example, CultureInfo.InvariantCulture))
        : type == typeof(bool) ? JsonValue.Create(bool.Parse(example))
        : JsonValue.Create(example);

    private static IOpenApiSchema SchemaOf(Type type, IReadOnlyList<object> rules, OperationFilterContext context)
    {
        if (type.IsEnum)
        {
            return context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        }

        if (rules.OfType<IAllowedNames>().FirstOrDefault() is { IsList: false } one)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. one.Names.Select(name => (JsonNode)JsonValue.Create(name))],
            };
        }

        if (type == typeof(int))
        {
            var limits = rules.OfType<INumberLimits>().FirstOrDefault();
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = limits?.From.ToString(CultureInfo.InvariantCulture),
                Maximum = limits is null or { To: int.MaxValue }
                    ? null
                    : limits.To.ToString(CultureInfo.InvariantCulture),
                Default =
                    rules.OfType<INumberLimits>().Any() && limits is { To: Http.ListRequest.LargestLimit }
                        ? JsonValue.Create(Http.ListRequest.DefaultLimit)
                        : null,
            };
        }

        return type switch
        {
            _ when type == typeof(bool) => new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Default = JsonValue.Create(false),
            },
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
}
