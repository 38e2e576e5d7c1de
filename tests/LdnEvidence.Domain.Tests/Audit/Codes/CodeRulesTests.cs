using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Codes;

/// <summary>The two rules about ICD-10-CM matching: sound in itself, and in agreement with the other conditions.</summary>
public sealed class CodeRulesTests
{
    private const string Sound = "code-rules-are-sound";
    private const string Place = "conditions.json > fibromyalgia > ";

    [Theory]
    [InlineData("m79.7", "icd10cmMatching.match[0]")]
    [InlineData("M797", "icd10cmMatching.match[0]")]
    [InlineData("M79.1", "codes[1].value")]
    [InlineData("M00-M99", "icd10cmMatching.match[0]")]
    public void A_rule_names_well_formed_codes_that_the_condition_carries(string match, string field) =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.Prefix, Match = [match] }).ShouldBreakOnly(Sound, Place + field);

    [Theory]
    [InlineData("M99-M00")]
    [InlineData("M00")]
    [InlineData("M00-M9")]
    [InlineData("M00.0-M99.9")]
    public void A_block_is_two_categories_in_order(string block) =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.Block, Match = [block] })
            .ShouldBreakOnly(Sound, Place + "icd10cmMatching.match[0]");

    [Fact]
    public void A_rule_needs_a_code() =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.Prefix })
            .ShouldBreakOnly(Sound, Place + "icd10cmMatching.match", Place + "codes[1].value");

    [Fact]
    public void No_code_of_a_rule_lies_below_another() =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.Prefix, Match = ["M79", "M79.7"] })
            .ShouldBreakOnly(Sound, Place + "icd10cmMatching.match[1]");

    [Theory]
    [InlineData("K50")]
    [InlineData("M79")]
    public void Only_what_would_match_is_excluded(string exclude) =>
        Ruled(
                new()
                {
                    MatchBy = Icd10cmMatchBy.Prefix,
                    Match = ["M79"],
                    Exclude = [exclude, "M79.1"],
                }
            )
            .ItsFaults()
            .ShouldContain(fault => fault.Field == "icd10cmMatching.exclude[0]");

    [Fact]
    public void A_carried_code_is_not_excluded() =>
        Ruled(
                new()
                {
                    MatchBy = Icd10cmMatchBy.Prefix,
                    Match = ["M79"],
                    Exclude = ["M79.7"],
                }
            )
            .ShouldBreakOnly(Sound, Place + "codes[1].value");

    [Fact]
    public void Codes_are_left_to_narrower_conditions_only_where_there_are_some() =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.NarrowerConditions }, codes: false)
            .ShouldBreakOnly(Sound, Place + "icd10cmMatching.matchBy");

    [Fact]
    public void A_sound_rule_breaks_nothing()
    {
        Ruled(
                new()
                {
                    MatchBy = Icd10cmMatchBy.Prefix,
                    Match = ["M79"],
                    Exclude = ["M79.1"],
                }
            )
            .ShouldBreakNothing();
        Ruled(new() { MatchBy = Icd10cmMatchBy.Block, Match = ["M00-M99"] }).ShouldBreakNothing();
    }

    [Theory]
    [InlineData("M79.7", "M79.7")]
    [InlineData("M79", "M79.7")]
    [InlineData("M79.7", "M79")]
    public void Two_conditions_mean_the_same_code_only_where_one_is_broader(string first, string second)
    {
        var twins = Twins(first, second);

        twins.ItsFaults().ShouldContain(fault => fault.Field == "icd10cmMatching.match[0]");
        twins.WhereTheCondition(condition => condition with { Broader = Given.Key("twin") }).ShouldBreakNothing();
    }

    private static GivenCatalogue Twins(string first, string second) =>
        Ruled(new() { MatchBy = Icd10cmMatchBy.Prefix, Match = [first] })
            .And(
                Given.ACondition("twin") with
                {
                    Icd10cmMatching = new() { MatchBy = Icd10cmMatchBy.Prefix, Match = [second] },
                }
            );

    private static GivenCatalogue Ruled(Icd10cmMatching rule, bool codes = true) =>
        Given
            .ACatalogue()
            .WhereTheCondition(condition =>
                condition with
                {
                    Icd10cmMatching = rule,
                    Codes = codes ? condition.Codes : [],
                }
            );
}
