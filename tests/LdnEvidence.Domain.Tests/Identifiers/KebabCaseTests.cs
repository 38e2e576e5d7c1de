using System.Reflection;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Identifiers;

public sealed class KebabCaseTests
{
    /// <summary>Every enum of the Domain, so that a new one is covered the day it is written.</summary>
    public static TheoryData<Type> Enums { get; } = [.. typeof(Claim).Assembly.GetTypes().Where(type => type.IsEnum)];

    [Theory, MemberData(nameof(Enums))]
    public void Every_value_is_read_back_from_its_spelling(Type type) => Run(nameof(ReadsBack), type);

    [Theory, MemberData(nameof(Enums))]
    public void Every_spelling_is_lower_case_words_joined_by_hyphens(Type type) =>
        Run(nameof(IsSpeltInKebabCase), type);

    [Theory, MemberData(nameof(Enums))]
    public void Names_of_the_code_upper_case_and_numbers_are_refused(Type type) => Run(nameof(RefusesOthers), type);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("supports\n")]
    [InlineData(" supports")]
    [InlineData("supports,mixed")]
    [InlineData("approves")]
    public void Text_that_is_no_spelling_is_refused(string? text) =>
        KebabCase<CitationRelation>.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Text_that_must_be_right_and_is_not_is_answered_with_the_spellings() =>
        Should
            .Throw<FormatException>(() => KebabCase<CitationRelation>.Parse("approves"))
            .Message.ShouldBe("'approves' is none of: supports, contradicts, mixed, background.");

    [Fact]
    public void Kinds_are_the_words_of_the_design() =>
        KebabCase<ClaimKind>.All.ShouldBe(["efficacy", "mechanism", "safety", "usage", "regulatory"]);

    [Fact]
    public void Directions_are_the_words_of_the_design() =>
        KebabCase<ClaimDirection>.All.ShouldBe([
            "increases",
            "decreases",
            "improves",
            "worsens",
            "no-effect",
            "adverse-effect",
            "not-applicable",
        ]);

    [Fact]
    public void Fidelity_labels_are_the_words_of_the_design()
    {
        KebabCase<SourceFidelity>.All.ShouldBe([
            "supported",
            "partly-supported",
            "not-supported",
            "contradicted",
            "not-checked",
            "nothing-cited",
        ]);
        KebabCase<DocumentFidelity>.All.ShouldBe(["faithful", "narrowed", "broadened"]);
    }

    [Fact]
    public void Designs_are_the_words_of_the_design() =>
        KebabCase<StudyDesign>.All.ShouldBe([
            "randomized-crossover-trial",
            "randomized-parallel-trial",
            "single-blind-crossover-trial",
            "open-label-trial",
            "single-arm-cohort",
            "case-series",
            "case-report",
            "narrative-review",
            "in-vitro",
        ]);

    [Fact]
    public void Standings_are_the_words_of_the_design() =>
        KebabCase<StudyStanding>.All.ShouldBe(["current", "corrected", "concern", "retracted"]);

    [Fact]
    public void Code_systems_are_written_in_one_word() =>
        KebabCase<CodeSystem>.All.ShouldBe(["mesh", "icd10cm", "mondo", "go", "loinc", "umls"]);

    private static void Run(string check, Type type) =>
        typeof(KebabCaseTests)
            .GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);

    private static void ReadsBack<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ShouldAllBe(value => KebabCase<TEnum>.Parse(KebabCase<TEnum>.Of(value)).Equals(value));

    private static void IsSpeltInKebabCase<TEnum>()
        where TEnum : struct, Enum =>
        KebabCase<TEnum>.All.ShouldAllBe(text =>
            text.Split('-')
                .All(word =>
                    word.Length > 0 && word.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each))
                )
        );

    private static void RefusesOthers<TEnum>()
        where TEnum : struct, Enum
    {
        var others = Enum.GetValues<TEnum>()
            .SelectMany(value =>
                new[] { value.ToString(), KebabCase<TEnum>.Of(value).ToUpperInvariant(), value.ToString("D") }
            );

        others.Where(text => KebabCase<TEnum>.TryParse(text, out _)).ShouldBeEmpty();
    }
}
