using LdnEvidence.Domain.Wording;

namespace LdnEvidence.Domain.Tests.Wording;

public sealed class StrengthTests
{
    [Fact]
    public void Every_strength_has_phrases() =>
        Strength.Phrases.Select(row => row.Strength).Distinct().ShouldBe(Enum.GetValues<StatementStrength>());

    [Fact]
    public void Every_phrase_is_as_strong_as_its_row() =>
        Strength.Phrases.Where(row => Strength.Of($"Then {Spelt(row.Phrase)} again.") != row.Strength).ShouldBeEmpty();

    [Fact]
    public void Of_two_phrases_the_stronger_one_counts() =>
        Strength
            .Phrases.SelectMany(one => Strength.Phrases, (one, other) => (One: one, Other: other))
            .Where(pair =>
                Strength.Of($"{Spelt(pair.One.Phrase)} or {Spelt(pair.Other.Phrase)}")
                != (StatementStrength)Math.Max((int)pair.One.Strength, (int)pair.Other.Strength)
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("LDN is proposed to block receptors.", StatementStrength.Postulated)]
    [InlineData("LDN is said to reduce pain.", StatementStrength.Said)]
    [InlineData("He is said to have shown that LDN can be effective.", StatementStrength.Said)]
    [InlineData("In two laboratory studies, it was reported.", StatementStrength.ReportedInCells)]
    [InlineData("In one reported case, it was reported.", StatementStrength.ReportedInOneCase)]
    [InlineData("In 3 cases, it was reported.", StatementStrength.ReportedInCases)]
    [InlineData("IN ONE SMALL TRIAL, it was reported.", StatementStrength.ReportedInOneSmallTrial)]
    [InlineData("In one trial, it was reported.", StatementStrength.ReportedInTrials)]
    [InlineData("LDN is said to reduce pain, and studies have shown it.", StatementStrength.Shown)]
    [InlineData("It is well-proven.", StatementStrength.Proven)]
    [InlineData("LDN cures it.", StatementStrength.Proven)]
    public void A_text_is_as_strong_as_its_strongest_phrase(string text, StatementStrength strength) =>
        Strength.Of(text).ShouldBe(strength);

    [Theory]
    [InlineData("")]
    [InlineData("The works it lists were not read.")]
    [InlineData("A curator procured it; it improved nothing.")]
    public void A_text_without_a_phrase_has_no_strength(string text) => Strength.Of(text).ShouldBeNull();

    [Fact]
    public void A_phrase_is_found_as_whole_words_only()
    {
        Strength.Has("It Is, Effective!", "is effective").ShouldBeTrue();
        Strength.Has("This effective plan", "is effective").ShouldBeFalse();
    }

    [Fact]
    public void Of_several_phrases_the_first_that_stands_in_the_text_is_told()
    {
        Strength
            .FirstIn("Patients’ pain WAS cured.", ["is cured", "patients' pain", "was cured"])
            .ShouldBe("patients' pain");
        Strength.FirstIn("'Cured', it says", ["it said", "was"]).ShouldBeNull();
        Strength.FirstIn("", ["cured"]).ShouldBeNull();
        Strength.FirstIn("?!", ["cured"]).ShouldBeNull();
    }

    private static string Spelt(string phrase) => phrase.Replace(Strength.AnyNumber, "three", StringComparison.Ordinal);
}
