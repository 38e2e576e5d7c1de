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
    [InlineData("mesh|d003424")]
    [InlineData("mesh|Q000628")]
    [InlineData("icd10cm|K5")]
    [InlineData("icd10cm|K5090")]
    [InlineData("icd10cm|K50.")]
    [InlineData("icd10cm|k50.90")]
    [InlineData("icd10cm|K50.90000")]
    [InlineData("icd10cm|555.9")]
    [InlineData("mondo|0005011")]
    [InlineData("mondo|MONDO:005011")]
    [InlineData("mondo|MONDO_0005011")]
    [InlineData("mondo|mondo:0005011")]
    [InlineData("go|GO:001774")]
    [InlineData("go|0001774")]
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
    [InlineData("MESH|D003424")]
    [InlineData("Icd10cm|K50.90")]
    [InlineData("1|K50.90")]
    [InlineData("icd-10-cm|K50.90")]
    [InlineData("snomed|34000006")]
    [InlineData("mesh||D003424")]
    [InlineData("mesh|D003424|")]
    [InlineData("mesh:D003424")]
    [InlineData("mesh |D003424")]
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

                    new Code(CodeSystem.Loinc, $"{right[..at]}{other}{right[(at + 1)..]}").IsWellFormed.ShouldBeFalse();
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

    [Fact]
    public void A_newline_after_a_code_is_refused_in_every_system() =>
        AnyCode.Sample(text => !Code.TryParse(text + "\n", out _), iter: 1000);

    private static IEnumerable<string> WellFormedLoinc(string number) =>
        Enumerable
            .Range(0, 10)
            .Select(digit => $"{number}-{digit}")
            .Where(value => new Code(CodeSystem.Loinc, value).IsWellFormed);

    private static Gen<string> LoincNumbers() =>
        Gen.Char['0', '9'].Array[1, 7].Select(characters => new string(characters));

    private static Gen<string> Digits(int length) =>
        Gen.Char['0', '9'].Array[length].Select(characters => new string(characters));

    private static Gen<string> UpperOrDigit(int least, int most) =>
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]
            .Array[least, most]
            .Select(characters => new string(characters));
}
