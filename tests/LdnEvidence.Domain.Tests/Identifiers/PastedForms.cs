using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

/// <summary>Generates identifiers of every system in the forms in which people paste them.</summary>
internal static class PastedForms
{
    /// <summary>SNOMED CT concepts: the tenth digit is the only one that the reader takes.</summary>
    public static Gen<string> Snomed { get; } =
        Gen.Select(Gen.Char['1', '9'], Digits(2, 14), Gen.OneOf("00", "10"))
            .Select(
                (first, item, partition) =>
                    Enumerable
                        .Range(0, 10)
                        .Select(check => $"{first}{item}{partition}{check}")
                        .Single(code => Identifier.TryParse(IdentifierSystem.Snomedct, code, out _))
            );

    /// <summary>System, canonical form, and the same in another form.</summary>
    public static Gen<(IdentifierSystem System, string Canonical, string Written)> AnyIdentifier { get; } =
        Gen.OneOf(
            Of(
                IdentifierSystem.Doi,
                Gen.Select(Digits(4, 6), Gen.Char["abcdefghij0123456789.-_;()<>:/"].Array[1, 20])
                    .Select((registrant, suffix) => $"10.{registrant}/a{Balanced(new string(suffix))}z"),
                [
                    "",
                    "doi:",
                    "DOI: ",
                    "doi ",
                    "https://doi.org/",
                    "http://dx.doi.org/",
                    "www.doi.org/",
                    "DOI: https://doi.org/",
                ]
            ),
            Of(
                IdentifierSystem.Pmid,
                Gen.Int[1, 99_999_999].Select(number => $"{number}"),
                [
                    "",
                    "0",
                    "PMID:",
                    "pmid ",
                    "PMID: ",
                    "https://pubmed.ncbi.nlm.nih.gov/",
                    "http://www.ncbi.nlm.nih.gov/pubmed/",
                ]
            ),
            Of(
                IdentifierSystem.Pmcid,
                Gen.Int[1, 99_999_999].Select(number => $"PMC{number}"),
                [
                    "",
                    "PMCID: ",
                    "pmcid:",
                    "https://www.ncbi.nlm.nih.gov/pmc/articles/",
                    "https://pmc.ncbi.nlm.nih.gov/articles/",
                ]
            ),
            Of(
                IdentifierSystem.Nct,
                Digits(8, 8).Select(digits => $"NCT{digits}"),
                [
                    "",
                    "ClinicalTrials.gov: ",
                    "https://clinicaltrials.gov/study/",
                    "https://clinicaltrials.gov/ct2/show/",
                ]
            ),
            Of(
                IdentifierSystem.Mesh,
                Gen.Select(Gen.OneOf("C", "D"), Gen.OneOf(Digits(6, 6), Digits(9, 9)))
                    .Select((letter, id) => letter + id),
                ["", "MeSH: ", "mesh:", "http://id.nlm.nih.gov/mesh/", "https://meshb.nlm.nih.gov/record/ui?ui="]
            ),
            Of(
                IdentifierSystem.Icd10cm,
                Gen.Select(
                        Gen.Char['A', 'Z'],
                        Digits(1, 1),
                        Gen.Char["0123456789AB"],
                        Gen.Char["0123456789AX"].Array[0, 4]
                    )
                    .Select(
                        (letter, digit, third, rest) =>
                            $"{letter}{digit}{third}{(rest.Length == 0 ? "" : ".")}{new string(rest)}"
                    ),
                ["", "ICD-10-CM: ", "ICD10 ", "icd-10-cm ", "http://hl7.org/fhir/sid/icd-10-cm|"]
            ),
            Of(
                IdentifierSystem.Mondo,
                Digits(7, 7).Select(digits => $"MONDO:{digits}"),
                ["", "http://purl.obolibrary.org/obo/", "https://monarchinitiative.org/"]
            ),
            Of(
                IdentifierSystem.Go,
                Digits(7, 7).Select(digits => $"GO:{digits}"),
                ["", "http://purl.obolibrary.org/obo/", "https://amigo.geneontology.org/amigo/term/"]
            ),
            Of(
                IdentifierSystem.Loinc,
                Gen.OneOf("4537-7", "1988-5", "24467-3", "20447-9", "72514-3", "38208-5"),
                ["", "LOINC ", "loinc:", "https://loinc.org/"]
            ),
            Of(
                IdentifierSystem.Umls,
                Digits(7, 7).Select(digits => $"C{digits}"),
                ["", "UMLS:", "CUI ", "https://uts.nlm.nih.gov/uts/umls/concept/"]
            ),
            Of(IdentifierSystem.Snomedct, Snomed, ["", "SNOMED CT ", "SCTID: ", "http://snomed.info/id/"])
        );

    /// <summary>What stands around an identifier in a sentence or on a clipboard.</summary>
    public static Gen<(string Before, string After)> AnySurroundings { get; } =
        Gen.OneOf(
            ("", ""),
            (" ", " "),
            ("\u00a0", "\r\n"),
            ("(", ")"),
            ("[", "]."),
            ("<", ">"),
            ("“", "”,"),
            ("", "."),
            ("", ";"),
            ("", "/"),
            ("\ufeff", "\u200b")
        );

    private static Gen<(IdentifierSystem System, string Canonical, string Written)> Of(
        IdentifierSystem system,
        Gen<string> canonical,
        string[] labels
    ) =>
        Gen.Select(canonical, Gen.OneOf(labels), Gen.Int[0, 3])
            .Select((value, label, spelling) => (system, value, label + Spell(system, value, spelling)));

    /// <summary>Another spelling of the same identifier.</summary>
    private static string Spell(IdentifierSystem system, string value, int spelling) =>
        (system, spelling) switch
        {
            (_, 0) => value,
            (IdentifierSystem.Mondo or IdentifierSystem.Go, 1) => value.Replace(':', '_'),
            (IdentifierSystem.Icd10cm, 1) => value.Replace(".", "", StringComparison.Ordinal),
            (IdentifierSystem.Doi, 1) => value.Replace("/", "%2F", StringComparison.Ordinal),
            (_, 2) => value.ToUpperInvariant(),
            (_, 3) => value.ToLowerInvariant(),
            _ => value,
        };

    /// <summary>The text with only those brackets that have a partner.</summary>
    private static string Balanced(string text)
    {
        foreach (var (open, close) in new[] { ('(', ')'), ('<', '>') })
        {
            text = text.Replace($"{open}", "", StringComparison.Ordinal)
                .Replace($"{close}", $"{open}x{close}", StringComparison.Ordinal);
        }

        return text;
    }

    private static Gen<string> Digits(int least, int most) =>
        Gen.Char['0', '9'].Array[least, most].Select(characters => new string(characters));
}
