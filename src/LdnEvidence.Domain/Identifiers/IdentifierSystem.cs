namespace LdnEvidence.Domain.Identifiers;

/// <summary>The systems whose identifiers the catalogue reads.</summary>
public enum IdentifierSystem
{
    /// <summary>Digital object identifier, ISO 26324.</summary>
    Doi,

    /// <summary>PubMed identifier.</summary>
    Pmid,

    /// <summary>PubMed Central identifier.</summary>
    Pmcid,

    /// <summary>Registration number of ClinicalTrials.gov.</summary>
    Nct,

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

    /// <summary>SNOMED CT, concept identifiers.</summary>
    Snomedct,
}
