using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("DOI: 10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("doi 10.1111/J.1526-4637.2009.00613.X")]
    [InlineData("doi.org/10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("https://www.doi.org/10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("http://dx.doi.org/10.1111%2Fj.1526-4637.2009.00613.x?utm_source=mail#abstract")]
    [InlineData("https://doi.org/10.1111%252Fj.1526-4637.2009.00613.x")]
    [InlineData("DOI: https://doi.org/10.1111/j.1526-4637.2009.00613.x.")]
    [InlineData("info:doi/10.1111/j.1526-4637.2009.00613.x")]
    [InlineData("10.1111/j.1526-4637.2009.00613.x.")]
    [InlineData(" 10.1111/j.1526-4637.2009.00613.x\r\n")]
    [InlineData("(10.1111/j.1526-4637.2009.00613.x),")]
    [InlineData("<https://doi.org/10.1111/j.1526-4637.2009.00613.x>")]
    [InlineData("“10.1111/j.1526\u20104637.2009.00613.x”")]
    public void A_doi_is_read_from_every_form(string text) =>
        Read(IdentifierSystem.Doi, text).ShouldBe("10.1111/j.1526-4637.2009.00613.x");

    [Theory]
    [InlineData("(10.1016/0889-1591(92)90057-u)", "10.1016/0889-1591(92)90057-u")]
    [InlineData("10.1016/S0140-6736(05)", "10.1016/s0140-6736(05)")]
    [InlineData("see 10.1016/S0140-6736(05)", null)]
    [InlineData(
        "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1",
        "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1"
    )]
    [InlineData("10.1000/xyz[1]]", "10.1000/xyz[1]")]
    public void Brackets_that_balance_belong_to_a_doi(string text, string? expected) =>
        Read(IdentifierSystem.Doi, text).ShouldBe(expected);

    [Theory]
    [InlineData("17222320")]
    [InlineData("PMID:17222320")]
    [InlineData("pmid 17222320")]
    [InlineData("PMID17222320.")]
    [InlineData("PubMed ID: 17222320")]
    [InlineData("017222320")]
    [InlineData("17222320/")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/17222320/")]
    [InlineData("pubmed.ncbi.nlm.nih.gov/17222320/?from_term=ldn")]
    [InlineData("http://www.ncbi.nlm.nih.gov/pubmed/17222320")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pubmed/?term=17222320")]
    [InlineData(
        "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=17222320&dopt=Abstract"
    )]
    [InlineData("https://europepmc.org/article/MED/17222320")]
    [InlineData("PMID: 17222320 [PubMed - indexed for MEDLINE]")]
    [InlineData("17222320[uid]")]
    [InlineData("１７２２２３２０")]
    public void A_pmid_is_read_from_every_form(string text) => Read(IdentifierSystem.Pmid, text).ShouldBe("17222320");

    [Theory]
    [InlineData("PMC3962576")]
    [InlineData("PMCID: PMC3962576")]
    [InlineData("PMCID:3962576")]
    [InlineData("pmc3962576")]
    [InlineData("PMC 3962576;")]
    [InlineData("PMC3962576.1")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3962576/")]
    [InlineData("https://pmc.ncbi.nlm.nih.gov/articles/PMC3962576/pdf/nihms.pdf")]
    [InlineData("https://europepmc.org/article/PMC/PMC3962576")]
    public void A_pmcid_is_read_from_every_form(string text) =>
        Read(IdentifierSystem.Pmcid, text).ShouldBe("PMC3962576");

    [Theory]
    [InlineData("NCT00715117")]
    [InlineData("nct00715117")]
    [InlineData("NCT 00715117")]
    [InlineData("ClinicalTrials.gov Identifier: NCT00715117.")]
    [InlineData("https://clinicaltrials.gov/study/NCT00715117")]
    [InlineData("https://www.clinicaltrials.gov/ct2/show/nct00715117?term=naltrexone&rank=1")]
    [InlineData("clinicaltrials.gov/ct2/show/study/NCT00715117")]
    public void A_trial_number_is_read_from_every_form(string text) =>
        Read(IdentifierSystem.Nct, text).ShouldBe("NCT00715117");

    [Theory]
    [InlineData(IdentifierSystem.Icd10cm, "M797", "M79.7")]
    [InlineData(IdentifierSystem.Icd10cm, "m79.7", "M79.7")]
    [InlineData(IdentifierSystem.Icd10cm, "ICD-10-CM: M79.7", "M79.7")]
    [InlineData(IdentifierSystem.Icd10cm, "ICD10 k5090", "K50.90")]
    [InlineData(IdentifierSystem.Icd10cm, "K50.-", "K50")]
    [InlineData(IdentifierSystem.Icd10cm, "F11.2-", "F11.2")]
    [InlineData(
        IdentifierSystem.Icd10cm,
        "https://www.icd10data.com/ICD10CM/Codes/K00-K95/K50-K52/K50-/K50.90",
        "K50.90"
    )]
    [InlineData(IdentifierSystem.Mesh, "d003424", "D003424")]
    [InlineData(IdentifierSystem.Mesh, "MeSH:D003424", "D003424")]
    [InlineData(IdentifierSystem.Mesh, "http://id.nlm.nih.gov/mesh/D003424.html", "D003424")]
    [InlineData(IdentifierSystem.Mesh, "https://meshb.nlm.nih.gov/record/ui?ui=D003424", "D003424")]
    [InlineData(IdentifierSystem.Mondo, "mondo:0005011", "MONDO:0005011")]
    [InlineData(IdentifierSystem.Mondo, "MONDO_0005011", "MONDO:0005011")]
    [InlineData(IdentifierSystem.Mondo, "0005011", "MONDO:0005011")]
    [InlineData(IdentifierSystem.Mondo, "http://purl.obolibrary.org/obo/MONDO_0005011", "MONDO:0005011")]
    [InlineData(IdentifierSystem.Mondo, "https://identifiers.org/mondo:0005011", "MONDO:0005011")]
    [InlineData(
        IdentifierSystem.Mondo,
        "https://www.ebi.ac.uk/ols4/ontologies/mondo/classes/http%253A%252F%252Fpurl.obolibrary.org%252Fobo%252FMONDO_0005011",
        "MONDO:0005011"
    )]
    [InlineData(IdentifierSystem.Go, "go:0001774", "GO:0001774")]
    [InlineData(IdentifierSystem.Go, "https://amigo.geneontology.org/amigo/term/GO:0001774", "GO:0001774")]
    [InlineData(IdentifierSystem.Go, "http://purl.obolibrary.org/obo/GO_0001774", "GO:0001774")]
    [InlineData(IdentifierSystem.Loinc, "LOINC 4537-7", "4537-7")]
    [InlineData(IdentifierSystem.Loinc, "https://loinc.org/4537-7/", "4537-7")]
    [InlineData(IdentifierSystem.Umls, "c0010346", "C0010346")]
    [InlineData(IdentifierSystem.Umls, "UMLS CUI: C0010346", "C0010346")]
    [InlineData(IdentifierSystem.Umls, "https://uts.nlm.nih.gov/uts/umls/concept/C0010346", "C0010346")]
    [InlineData(IdentifierSystem.Snomedct, "34000006", "34000006")]
    [InlineData(IdentifierSystem.Snomedct, "SNOMED CT: 34000006", "34000006")]
    [InlineData(IdentifierSystem.Snomedct, "SCTID 34000006", "34000006")]
    [InlineData(IdentifierSystem.Snomedct, "34000006 |Crohn’s disease (disorder)|", "34000006")]
    [InlineData(IdentifierSystem.Snomedct, "http://snomed.info/id/34000006", "34000006")]
    public void A_code_is_read_from_every_form(IdentifierSystem system, string text, string expected) =>
        Read(system, text).ShouldBe(expected);

    [Theory]
    [InlineData(IdentifierSystem.Pmcid, "3962576")]
    [InlineData(IdentifierSystem.Nct, "NCT0071511")]
    [InlineData(IdentifierSystem.Nct, "ISRCTN00715117")]
    [InlineData(IdentifierSystem.Icd10cm, "K5")]
    [InlineData(IdentifierSystem.Icd10cm, "\u212a50.90")]
    [InlineData(IdentifierSystem.Icd10cm, "K50.90000")]
    [InlineData(IdentifierSystem.Mondo, "5011")]
    [InlineData(IdentifierSystem.Mondo, "GO:0005011")]
    [InlineData(IdentifierSystem.Mondo, "https://example.org/0005011")]
    [InlineData(IdentifierSystem.Snomedct, "34000007")]
    [InlineData(IdentifierSystem.Snomedct, "034000006")]
    [InlineData(IdentifierSystem.Snomedct, "12345")]
    [InlineData(IdentifierSystem.Snomedct, "751689013")]
    public void Text_of_another_form_is_refused(IdentifierSystem system, string text) =>
        Read(system, text).ShouldBeNull();

    [Fact]
    public void A_printed_identifier_reads_back_in_every_pasted_form() =>
        Gen.Select(PastedForms.AnyIdentifier, PastedForms.AnySurroundings)
            .Sample(
                (identifier, surroundings) =>
                {
                    var (system, canonical, written) = identifier;
                    var text = $"{surroundings.Before}{written}{surroundings.After}";
                    Read(system, text).ShouldBe(canonical, text);
                    Read(system, canonical).ShouldBe(canonical);
                },
                iter: 20_000
            );

    [Fact]
    public void One_mistyped_digit_of_a_snomed_ct_code_is_noticed() =>
        Gen.Select(PastedForms.Snomed, Gen.Int[0, 17], Gen.Int[1, 9])
            .Sample(
                (code, place, change) =>
                {
                    var at = place % code.Length;
                    var other = (char)('0' + ((code[at] - '0' + change) % 10));
                    Read(IdentifierSystem.Snomedct, $"{code[..at]}{other}{code[(at + 1)..]}").ShouldBeNull();
                },
                iter: 2000
            );

    [Fact]
    public void No_text_makes_a_reader_fail() =>
        Gen.Select(Gen.Enum<IdentifierSystem>(), Gen.String)
            .Sample(
                (system, text) =>
                {
                    if (Read(system, text) is { } value)
                    {
                        Read(system, value).ShouldBe(value);
                    }
                },
                iter: 20_000
            );

    private static string? Read(IdentifierSystem system, string text) =>
        Identifier.TryParse(system, text, out var identifier) ? identifier.Value : null;
}
