using System.Text.Json.Nodes;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Parameters;

/// <summary>The names that a parameter takes (fields to sort by, members, formats) as an enum with a name of its own, so that a wrong one does not compile.</summary>
internal static class NameSchemas
{
    public static IOpenApiSchema Of(string parameter, IAllowedNames names, OperationFilterContext context)
    {
        var (name, description) = Describe(parameter, context);
        if (!context.SchemaRepository.Schemas.ContainsKey(name))
        {
            context.SchemaRepository.AddDefinition(
                name,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = description,
                    Enum = [.. names.Values.Select(value => (JsonNode)JsonValue.Create(value))],
                }
            );
        }

        return new OpenApiSchemaReference(name, context.Document);
    }

    private static (string Name, string Description) Describe(string parameter, OperationFilterContext context)
    {
        var shape = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AnswerShape>().First();
        var record = Plain(shape.Record);
        return parameter switch
        {
            "sort" => ($"{Plain(shape.Body)}Sort", "A field to sort by, with - before it to turn the order round."),
            "facets" => ($"{record}Facet", "A field whose values can be counted."),
            "include" => ($"{record}Include", "A collection of linked records."),
            "fields" => ($"{record}Field", "A member, with dots for members of members."),
            "format" => (FormatOf(shape), "A format by its name."),
            _ => throw new InvalidOperationException($"The names of {parameter} need a schema name."),
        };
    }

    /// <summary>Responses that have the same formats have the same schema.</summary>
    private static string FormatOf(AnswerShape shape)
    {
        var names = shape.Formats.Select(format => format.Name).ToHashSet(StringComparer.Ordinal);
        return (names.Contains("bibtex"), names.Contains("ndjson"), names.Contains("jsonld")) switch
        {
            (true, true, _) => "StudyListFormat",
            (true, false, _) => "StudyFormat",
            (false, true, _) => "ListFormat",
            (false, false, true) => "RecordFormat",
            _ => "JsonFormat",
        };
    }

    private static string Plain(Type type) =>
        type
            .Name.Replace("Response", string.Empty, StringComparison.Ordinal)
            .Replace("Page", string.Empty, StringComparison.Ordinal);
}
