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

    private static string System(string system) =>
        !KebabCase<IdentifierSystem>.TryParse(system, out var known)
            ? system
            : known switch
            {
                IdentifierSystem.Mesh => "MeSH",
                IdentifierSystem.Icd10cm => "ICD-10-CM",
                IdentifierSystem.Mondo => "MONDO",
                IdentifierSystem.Go => "GO",
                IdentifierSystem.Loinc => "LOINC",
                IdentifierSystem.Umls => "UMLS",
                IdentifierSystem.Snomedct => "SNOMED CT",
                _ => system,
            };
}
