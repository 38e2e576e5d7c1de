using CsCheck;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class CodeTests
{
    private static readonly Gen<string> AnyCode = Gen.OneOf(
        Gen.Select(Gen.OneOf("C", "D"), Gen.OneOf(Digits(6), Digits(9)), (letter, id) => $"mesh|{letter}{id}"),
        Gen.Select(
            Gen.Char['A', 'Z'],
            Gen.Char['0', '9'],
            UpperOrDigit(1, 1),
            UpperOrDigit(0, 4),
            (letter, digit, third, rest) => $"icd10cm|{letter}{digit}{third}{(rest.Length == 0 ? "" : "." + rest)}"
        ),
        Digits(7).Select(id => $"mondo|MONDO:{id}"),
        Digits(7).Select(id => $"go|GO:{id}"),
        Gen.OneOf("4537-7", "1988-5", "24467-3", "20447-9", "72514-3", "38208-5").Select(id => $"loinc|{id}"),
        Digits(7).Select(id => $"umls|C{id}")
    );

    [Theory]
    [InlineData("mesh|D003424")]
    [InlineData("mesh|C535575")]
    [InlineData("mesh|D000067329")]
    [InlineData("icd10cm|B20")]
    [InlineData("icd10cm|K50.90")]
    [InlineData("icd10cm|C7A.00")]
    [InlineData("icd10cm|G20.C")]
    [InlineData("icd10cm|S72.001A")]
    [InlineData("mondo|MONDO:0005011")]
    [InlineData("go|GO:0001774")]
    [InlineData("loinc|24467-3")]
    [InlineData("umls|C0016053")]
    public void A_code_of_its_system_is_read(string text)
    {
        Code.TryParse(text, out var code).ShouldBeTrue();
        code.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("mesh|003424")]
    [InlineData("mesh|D00342")]
    [InlineData("mesh|D0034245")]
    [InlineData("mesh|Q000628")]
    [InlineData("icd10cm|K5")]
    [InlineData("icd10cm|K50.90000")]
    [InlineData("icd10cm|555.9")]
    [InlineData("mondo|MONDO:005011")]
    [InlineData("go|GO:001774")]
    [InlineData("go|MONDO:0001774")]
    [InlineData("loinc|244673")]
    [InlineData("loinc|-3")]
    [InlineData("loinc|24467-")]
    [InlineData("loinc|LP24467-3")]
    [InlineData("loinc|12345678-9")]
    [InlineData("umls|C001605")]
    [InlineData("umls|0016053")]
    [InlineData("umls|D0016053")]
    public void A_code_that_its_system_does_not_write_is_refused(string text) =>
        Code.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("mesh")]
    [InlineData("mesh|")]
    [InlineData("|D003424")]
    [InlineData("D003424")]
    [InlineData("doi|10.1007/s10067")]
    [InlineData("mesh:D003424")]
    public void Text_that_names_no_system_is_refused(string? text) => Code.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("4537-7")]
    [InlineData("1988-5")]
    [InlineData("24467-3")]
    [InlineData("20447-9")]
    [InlineData("72514-3")]
    [InlineData("38208-5")]
    public void Of_the_ten_check_digits_only_the_published_one_is_right(string published) =>
        WellFormedLoinc(published[..^2]).ShouldBe([published]);

    [Fact]
    public void Every_loinc_number_has_one_check_digit() =>
        LoincNumbers().Sample(number => WellFormedLoinc(number).Count().ShouldBe(1), iter: 1000);

    [Fact]
    public void One_mistyped_digit_of_a_loinc_code_is_noticed() =>
        Gen.Select(LoincNumbers(), Gen.Int[0, 6], Gen.Int[1, 9])
            .Sample(
                (number, place, change) =>
                {
                    var right = WellFormedLoinc(number).Single();
                    var at = place % number.Length;
                    var other = (char)('0' + ((right[at] - '0' + change) % 10));

                    Code.TryParse($"loinc|{right[..at]}{other}{right[(at + 1)..]}", out _).ShouldBeFalse();
                },
                iter: 1000
            );

    [Fact]
    public void A_printed_code_reads_back() =>
        AnyCode.Sample(
            text =>
            {
                Code.TryParse(text, out var code).ShouldBeTrue(text);
                code!.ToString().ShouldBe(text);
                Code.TryParse(code.ToString(), out var again).ShouldBeTrue();
                again.ShouldBe(code);
            },
            iter: 2000
        );

    [Theory]
    [InlineData("icd9cm|555.9")]
    [InlineData("http://hl7.org/fhir/sid/icd-10|K50.90")]
    public void A_code_of_a_system_that_only_an_operator_knows_is_read_as_it_stands(string text)
    {
        Code.TryParse(text, out var code).ShouldBeTrue();
        code.IsOfKnownSystem.ShouldBeFalse();
        code.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm|K50.90", "icd10cm|K50.90")]
    [InlineData("urn:oid:2.16.840.1.113883.6.90|K5090", "icd10cm|K50.90")]
    [InlineData("2.16.840.1.113883.6.90|k50.90", "icd10cm|K50.90")]
    [InlineData("ICD-10-CM|K50.90", "icd10cm|K50.90")]
    [InlineData("https://www.nlm.nih.gov/mesh|D003424", "mesh|D003424")]
    [InlineData("http://purl.obolibrary.org/obo/mondo.owl|0005011", "mondo|MONDO:0005011")]
    [InlineData("http://geneontology.org|GO:0001774", "go|GO:0001774")]
    [InlineData("http://loinc.org|4537-7", "loinc|4537-7")]
    [InlineData("http://loinc.org/|4537-7", "loinc|4537-7")]
    [InlineData("http://terminology.hl7.org/CodeSystem/umls|C0016053", "umls|C0016053")]
    [InlineData("http://snomed.info/sct|34000006", "snomedct|34000006")]
    [InlineData("snomedct|34000006 |Crohn's disease|", "snomedct|34000006")]
    public void A_system_may_be_named_as_fhir_does(string text, string canonical)
    {
        Code.TryParse(text, out var code).ShouldBeTrue();
        code.ToString().ShouldBe(canonical);
    }

    private static IEnumerable<string> WellFormedLoinc(string number) =>
        Enumerable
            .Range(0, 10)
            .Select(digit => $"{number}-{digit}")
            .Where(value => Code.TryParse($"loinc|{value}", out _));

    private static Gen<string> LoincNumbers() =>
        Gen.Char['0', '9'].Array[1, 7].Select(characters => new string(characters));

    private static Gen<string> Digits(int length) =>
        Gen.Char['0', '9'].Array[length].Select(characters => new string(characters));

    private static Gen<string> UpperOrDigit(int least, int most) =>
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]
            .Array[least, most]
            .Select(characters => new string(characters));
}
