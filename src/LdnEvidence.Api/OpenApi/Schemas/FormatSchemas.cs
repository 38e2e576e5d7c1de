using System.Reflection;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Formats.LinkedData;
using LdnEvidence.Api.Formats.References;
using Microsoft.OpenApi;

namespace LdnEvidence.Api.OpenApi.Schemas;

/// <summary>
/// How the formats beside JSON are described: JSON-LD and CSL-JSON by the schemas in FormatSchemas.json, which tests compare with what the formats write; the
/// others are text.
/// </summary>
internal static class FormatSchemas
{
    /// <summary>Schemas by name, as the document shows them.</summary>
    public static JsonObject All()
    {
        using var file = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream(typeof(FormatSchemas), "FormatSchemas.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    /// <summary>The key of a format among the media types of a response.</summary>
    /// <remarks>Lines of JSON have their whole Content-Type: some generators take the bare type for an endless stream, and then every list for one.</remarks>
    public static string KeyOf(Format format) => format is NdjsonFormat ? format.ContentType : format.MediaType;

    /// <summary>The schema of a response in a format.</summary>
    public static IOpenApiSchema Of(Format format, Type record, OpenApiDocument document) =>
        format switch
        {
            CslJsonFormat => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchemaReference("CslItem", document),
            },
            JsonLdFormat => new OpenApiSchemaReference(LinkedData(record), document),
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static string LinkedData(Type record) =>
        record == typeof(ClaimResponse) ? "ClaimJsonLd"
        : record == typeof(StudyResponse) ? "StudyJsonLd"
        : record == typeof(ConditionResponse) ? "ConditionJsonLd"
        : "TermJsonLd";
}
