using System.Collections.Frozen;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>The code systems that the catalogue's own records may carry.</summary>
public enum CodeSystem
{
    /// <summary>Medical Subject Headings, US National Library of Medicine.</summary>
    Mesh,

    /// <summary>International Classification of Diseases, 10th revision, US clinical modification.</summary>
    Icd10cm,

    /// <summary>Mondo Disease Ontology.</summary>
    Mondo,

    /// <summary>Gene Ontology.</summary>
    Go,

    /// <summary>Logical Observation Identifiers Names and Codes.</summary>
    Loinc,

    /// <summary>Unified Medical Language System, concept identifiers.</summary>
    Umls,
}

/// <summary>The names of code systems: the short ones of the catalogue, and the URIs and object identifiers that FHIR uses.</summary>
internal static class CodeSystemNames
{
    private const string OidPrefix = "urn:oid:";

    private static readonly FrozenDictionary<string, IdentifierSystem> Systems = new Dictionary<
        string,
        IdentifierSystem
    >
    {
        ["mesh"] = IdentifierSystem.Mesh,
        ["https://www.nlm.nih.gov/mesh"] = IdentifierSystem.Mesh,
        ["http://www.nlm.nih.gov/mesh"] = IdentifierSystem.Mesh,
        ["http://id.nlm.nih.gov/mesh"] = IdentifierSystem.Mesh,
        ["2.16.840.1.113883.6.177"] = IdentifierSystem.Mesh,
        ["icd10cm"] = IdentifierSystem.Icd10cm,
        ["icd-10-cm"] = IdentifierSystem.Icd10cm,
        ["http://hl7.org/fhir/sid/icd-10-cm"] = IdentifierSystem.Icd10cm,
        ["2.16.840.1.113883.6.90"] = IdentifierSystem.Icd10cm,
        ["mondo"] = IdentifierSystem.Mondo,
        ["http://purl.obolibrary.org/obo/mondo.owl"] = IdentifierSystem.Mondo,
        ["go"] = IdentifierSystem.Go,
        ["http://geneontology.org"] = IdentifierSystem.Go,
        ["http://purl.obolibrary.org/obo/go.owl"] = IdentifierSystem.Go,
        ["loinc"] = IdentifierSystem.Loinc,
        ["http://loinc.org"] = IdentifierSystem.Loinc,
        ["2.16.840.1.113883.6.1"] = IdentifierSystem.Loinc,
        ["umls"] = IdentifierSystem.Umls,
        ["http://terminology.hl7.org/codesystem/umls"] = IdentifierSystem.Umls,
        ["http://www.nlm.nih.gov/research/umls"] = IdentifierSystem.Umls,
        ["2.16.840.1.113883.6.86"] = IdentifierSystem.Umls,
        ["snomedct"] = IdentifierSystem.Snomedct,
        ["snomed"] = IdentifierSystem.Snomedct,
        ["http://snomed.info/sct"] = IdentifierSystem.Snomedct,
        ["2.16.840.1.113883.6.96"] = IdentifierSystem.Snomedct,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The system of that name, or null where it is none that the catalogue reads.</summary>
    public static IdentifierSystem? Find(string name)
    {
        var plain = name.Trim().TrimEnd('/');
        plain = plain.StartsWith(OidPrefix, StringComparison.OrdinalIgnoreCase) ? plain[OidPrefix.Length..] : plain;
        return Systems.TryGetValue(plain, out var system) ? system : null;
    }
}
