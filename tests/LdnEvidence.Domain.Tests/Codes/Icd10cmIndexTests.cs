using CsCheck;
using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Codes;

public sealed class Icd10cmIndexTests
{
    private static readonly Gen<string> AnyCode = Gen.Select(
        Gen.Char["KM"],
        Gen.Char["57"],
        Gen.Char["09A"],
        Gen.Char["017"].Array[0, 3],
        (letter, digit, third, rest) => Icd10cmCode.Print($"{letter}{digit}{third}{new string(rest)}")
    );

    [Theory]
    [InlineData("M79.7", new[] { "fibromyalgia" })]
    [InlineData("M79", new string[0])]
    [InlineData("M79.1", new string[0])]
    [InlineData("K50.00", new[] { "crohn" })]
    [InlineData("K50", new[] { "crohn" })]
    [InlineData("G20.A1", new[] { "parkinson" })]
    [InlineData("G20.C", new string[0])]
    [InlineData("C25.0", new[] { "cancer", "pancreas" })]
    [InlineData("C7A.00", new[] { "cancer" })]
    [InlineData("C97", new string[0])]
    [InlineData("D00", new string[0])]
    public void A_code_finds_what_it_means(string code, string[] means)
    {
        var index = new Icd10cmIndex<string>();
        index.Add(Icd10cmTerm.Below("M79.7"), "fibromyalgia");
        index.Add(Icd10cmTerm.Below("K50"), "crohn");
        index.Add(Icd10cmTerm.Below("G20"), "parkinson");
        index.Add(Icd10cmTerm.Excluded("G20.C"), "parkinson");
        index.Add(Icd10cmTerm.Block("C00-C96"), "cancer");
        index.Add(Icd10cmTerm.Below("C25"), "pancreas");

        index.Find(code).Select(match => match.Key).ShouldBe(means, ignoreOrder: true);
    }

    [Fact]
    public void The_closest_match_of_a_record_counts()
    {
        var index = new Icd10cmIndex<string>();
        index.Add(Icd10cmTerm.Block("C00-C96"), "a");
        index.Add(Icd10cmTerm.Below("C25"), "a");
        index.Add(Icd10cmTerm.Below("C25.0"), "a");

        index.Find("C25.01").ShouldBe([new Icd10cmMatch<string>("a", 4)]);
        index.Find("C30").ShouldBe([new Icd10cmMatch<string>("a", 0)]);
    }

    [Fact]
    public void A_category_that_means_nothing_knows_what_lies_below_it()
    {
        var index = new Icd10cmIndex<string>();
        index.Add(Icd10cmTerm.Below("M79.7"), "fibromyalgia");

        index.Below("M79").ShouldBe(["fibromyalgia"]);
        index.Below("M79.7").ShouldBeEmpty();
    }

    [Fact]
    public void A_code_finds_exactly_the_rules_that_it_begins_with_unless_one_excludes_it() =>
        Gen.Select(AnyCode, AnyCode, AnyCode)
            .Sample(
                (match, exclude, code) =>
                {
                    var index = new Icd10cmIndex<int>();
                    index.Add(Icd10cmTerm.Below(match), 1);
                    index.Add(Icd10cmTerm.Excluded(exclude), 1);
                    var (plain, of, not) = (Plain(code), Plain(match), Plain(exclude));
                    var expected =
                        plain.StartsWith(of, StringComparison.Ordinal)
                        && !plain.StartsWith(not, StringComparison.Ordinal);

                    index.Find(code).Any().ShouldBe(expected, $"{code} by {match} without {exclude}");
                },
                iter: 10_000
            );

    [Fact]
    public void A_code_without_a_rule_finds_what_is_above_and_below_it() =>
        Gen.Select(AnyCode, AnyCode)
            .Sample(
                (carried, code) =>
                {
                    var index = new Icd10cmIndex<int>();
                    index.Add(Icd10cmTerm.Related(carried), 1);
                    var (a, b) = (Plain(carried), Plain(code));
                    var expected =
                        a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

                    index.Find(code).Any().ShouldBe(expected, $"{code} by {carried}");
                },
                iter: 10_000
            );

    private static string Plain(string code) => Icd10cmCode.WithoutDot(code);
}
