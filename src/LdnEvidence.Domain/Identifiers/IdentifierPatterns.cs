using System.Text.RegularExpressions;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// The forms in which identifiers of each system are written, as one pattern a system: a label or the address of a web page, both optional,
/// then the part that identifies. They read text that <see cref="PastedText"/> has cleaned.
/// </summary>
internal static partial class IdentifierPatterns
{
    /// <summary>The group with the part that identifies.</summary>
    public const string Core = "id";

    private const RegexOptions Options =
        RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | RegexOptions.IgnoreCase
        | RegexOptions.IgnorePatternWhitespace;

    public static Regex Of(IdentifierSystem system) =>
        system switch
        {
            IdentifierSystem.Doi => Doi(),
            IdentifierSystem.Pmid => Pmid(),
            IdentifierSystem.Pmcid => Pmcid(),
            IdentifierSystem.Nct => Nct(),
            IdentifierSystem.Mesh => Mesh(),
            IdentifierSystem.Icd10cm => Icd10cm(),
            IdentifierSystem.Mondo => Mondo(),
            IdentifierSystem.Go => Go(),
            IdentifierSystem.Loinc => Loinc(),
            IdentifierSystem.Umls => Umls(),
            _ => Snomedct(),
        };

    [GeneratedRegex(
        """
            ^((urn:|info:)?doi\s*[:=/]?\s*)?((https?://)?((dx|www)\.)?doi\.org/(doi:)?)?
            (?<id>10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+)\z
            """,
        Options
    )]
    private static partial Regex Doi();

    [GeneratedRegex(
        """
            ^(
              (https?://)?((www|m)\.)?(
                (pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|ncbi\.nlm\.nih\.gov/(m/)?pubmed)/?(\?term=)?|ncbi\.nlm\.nih\.gov/entrez/query\.fcgi\?\S*(list_uids|term)=
                |europepmc\.org/(article|abstract)/med/|identifiers\.org/pubmed[:/]
              )/?0{0,8}(?<id>[1-9][0-9]{0,7})([/?&\#]\S*)?
              |((info:|urn:)?(pmid|pubmed|medline)(\s*id)?\s*[:=/\#]?\s*)?0{0,8}(?<id>[1-9][0-9]{0,7})(\s*\[(pmid|uid|pubmed[^\]]*)\])?
            )\z
            """,
        Options
    )]
    private static partial Regex Pmid();

    [GeneratedRegex(
        """
            ^(
              (https?://)?(www\.)?(
                ncbi\.nlm\.nih\.gov/(labs/)?pmc/articles/|pmc\.ncbi\.nlm\.nih\.gov/articles/|europepmc\.org/articles?/(pmc/)?|identifiers\.org/pmc[:/]
              )(pmc)?0{0,8}(?<id>[1-9][0-9]{0,7})(\.[0-9]{1,2})?([/?&\#]\S*)?
              |(pmcid\s*[:=/\#]?\s*(pmc)?|pmc)\s*:?\s*0{0,8}(?<id>[1-9][0-9]{0,7})(\.[0-9]{1,2})?
            )\z
            """,
        Options
    )]
    private static partial Regex Pmcid();

    [GeneratedRegex(
        """
            ^(
              (https?://\S*[/=]|www\.\S*[/=]|clinicaltrials\.gov/\S*)nct(?<id>[0-9]{8})([/?&\#]\S*)?
              |(clinical\s?trials\.gov\s*(identifier|number|id|registration)?\s*[:\#]?\s*)?(nct[\s:_-]?)?(?<id>[0-9]{8})
            )\z
            """,
        Options
    )]
    private static partial Regex Nct();

    [GeneratedRegex(
        """
            ^(
              (https?://)?(www\.)?(
                id\.nlm\.nih\.gov/mesh/|meshb(-prev)?\.nlm\.nih\.gov/record/ui\?ui=|ncbi\.nlm\.nih\.gov/mesh/?(\?term=)?|identifiers\.org/mesh[:/]
              )(?<id>[cd][0-9]{6}([0-9]{3})?)(\.[a-z]+|[/?&\#]\S*)?
              |(mesh(\s*(id|ui|uid))?[\s:=_|\#]*)?(?<id>[cd][0-9]{6}([0-9]{3})?)
            )\z
            """,
        Options
    )]
    private static partial Regex Mesh();

    [GeneratedRegex(
        """
            ^((https?://)?(www\.)?(icd10data\.com/\S*/|hl7\.org/fhir/sid/icd-10-cm[/|])|icd[\s-]*10([\s-]*cm)?(\s*code)?[\s:=|\#]*)?
            (?<id>[a-z][0-9][0-9a-z](\.?[0-9a-z]{1,4})?)(\.?-)?\z
            """,
        Options
    )]
    private static partial Regex Icd10cm();

    [GeneratedRegex(
        """
            ^(
              (https?://|www\.)\S*[/:=](mondo[:_])+(?<id>[0-9]{7})([/?&\#]\S*)?
              |(obo:)?(mondo[\s:_-]*){1,2}(?<id>[0-9]{7})
              |(?<id>[0-9]{7})
            )\z
            """,
        Options
    )]
    private static partial Regex Mondo();

    [GeneratedRegex(
        """
            ^(
              (https?://|www\.)\S*[/:=](go[:_])+(?<id>[0-9]{7})([/?&\#]\S*)?
              |(obo:)?(go[\s:_-]*){1,2}(?<id>[0-9]{7})
              |(?<id>[0-9]{7})
            )\z
            """,
        Options
    )]
    private static partial Regex Go();

    [GeneratedRegex(
        """
            ^(
              (https?://)?(www\.)?loinc\.org/(rdf/)?(?<id>[0-9]{1,7}-[0-9])([/?&\#]\S*)?
              |(loinc(\s*(code|num|number))?[\s:=|\#]*)?(?<id>[0-9]{1,7}-[0-9])
            )\z
            """,
        Options
    )]
    private static partial Regex Loinc();

    [GeneratedRegex(
        """
            ^(
              (https?://)?(www\.)?(uts\.nlm\.nih\.gov/uts/umls/concept/|linkedlifedata\.com/resource/umls/id/|identifiers\.org/umls[:/])(?<id>c[0-9]{7})([/?&\#]\S*)?
              |((umls(\s*cui)?|cui)[\s:=_|\#]*)?(?<id>c[0-9]{7})
            )\z
            """,
        Options
    )]
    private static partial Regex Umls();

    [GeneratedRegex(
        """
            ^(
              ((https?://)?(www\.)?snomed\.info/(id|sct)[/|]|https?://\S*conceptid1?=)(?<id>[1-9][0-9]{5,17})([/?&\#]\S*)?
              |((snomed([\s-]*ct)?|sct(id)?)(\s*(code|id))?[\s:=|\#]*)?(?<id>[1-9][0-9]{5,17})(\s*\|[^|]*\|?)?
            )\z
            """,
        Options
    )]
    private static partial Regex Snomedct();
}
