using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.LinkedData;

internal static class ConditionShape
{
    public static JsonObject Of(ConditionResponse condition) =>
        Node.Of(
            "MedicalCondition",
            condition.Links.Self,
            ("identifier", condition.Id),
            ("name", condition.Name),
            ("alternateName", Node.List(condition.Synonyms.Select(name => (JsonNode?)name))),
            ("code", Node.List(condition.Codes.Select(Code)))
        );

    private static JsonObject Code(TerminologyCode code) =>
        Node.Of(
            "MedicalCode",
            id: null,
            ("codeValue", code.Value),
            ("codingSystem", System(code.System)),
            ("name", code.Label),
            ("description", code.Note)
        );

    private static string System(CodeSystem system) =>
        system switch
        {
            CodeSystem.Mesh => "MeSH",
            CodeSystem.Icd10cm => "ICD-10-CM",
            CodeSystem.Mondo => "MONDO",
            CodeSystem.Go => "GO",
            CodeSystem.Loinc => "LOINC",
            CodeSystem.Umls => "UMLS",
            _ => KebabCase<CodeSystem>.Of(system),
        };
}
