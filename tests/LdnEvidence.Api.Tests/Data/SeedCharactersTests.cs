using CsCheck;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Formats;

namespace LdnEvidence.Api.Tests.Data;

public sealed class SeedCharactersTests
{
    [Theory]
    [InlineData("José, Łódź, Öztürk")]
    [InlineData("naïve β-endorphin, 4.5 mg – “said”")]
    [InlineData("王小明、李四")]
    [InlineData("한글")]
    [InlineData("الخوري")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("ශ්\u200Dරී")]
    [InlineData("𐐔𐐯𐑅")]
    [InlineData("M̄āori J̌")]
    [InlineData("HIV 😀")]
    public void Letters_of_any_script_are_sound(string text) => SeedCharacters.FaultOf(text).ShouldBeNull();

    [Theory]
    [InlineData("Jose\u0301", "'e\u0301' is written as U+0065 U+0301", "U+00E9: 'é'")]
    [InlineData("Vie\u0323\u0302t", "U+0065 U+0323 U+0302", "U+1EC7: 'ệ'")]
    [InlineData("Vie\u0302\u0323t", "U+0065 U+0302 U+0323", "U+1EC7: 'ệ'")]
    [InlineData("5 \u212B", "U+212B", "U+00C5: 'Å'")]
    [InlineData("\u1112\u1161\u11AB", "U+1112 U+1161 U+11AB", "U+D55C: '한'")]
    [InlineData("й и\u0306", "U+0438 U+0306", "U+0439: 'й'")]
    [InlineData("\uF900", "U+F900", "U+8C48: '豈'")]
    public void A_letter_that_is_not_composed_is_named_with_the_one_that_is(string text, string written, string right)
    {
        var (problem, remedy) = SeedCharacters.FaultOf(text)!.Value;

        problem.ShouldContain("not composed");
        problem.ShouldContain(written);
        remedy.ShouldContain(right);
    }

    [Theory]
    [InlineData("said\u0007to", "cannot be seen: U+0007, character 5")]
    [InlineData("said \u202Eto", "cannot be seen: U+202E, character 6")]
    [InlineData("\u2066said\u2069 to", "cannot be seen: U+2066")]
    [InlineData("na\u200Bme", "cannot be seen: U+200B")]
    [InlineData("na\u00ADme", "cannot be seen: U+00AD")]
    [InlineData("na\u200Dme", "cannot be seen: U+200D")]
    [InlineData("na\uFEFFme", "cannot be seen: U+FEFF")]
    [InlineData("na\u3164me", "cannot be seen: U+3164")]
    [InlineData("na\uFE0Fme", "cannot be seen: U+FE0F")]
    [InlineData("na\u2028me", "cannot be seen: U+2028")]
    [InlineData("na\U000E0041me", "cannot be seen: U+E0041")]
    [InlineData("4.5\u00A0mg", "a space that is not the plain one: U+00A0, character 4")]
    [InlineData("王\u3000小明", "a space that is not the plain one: U+3000")]
    [InlineData("M\uFFFDller", "a character that was lost: U+FFFD")]
    [InlineData("na\uE000me", "without a meaning of its own: U+E000")]
    [InlineData("\u00A0name", "begins or ends with a space")]
    [InlineData("\u2003", "blank")]
    public void What_cannot_be_seen_is_named(string text, string problem) =>
        SeedCharacters.FaultOf(text)!.Value.Problem.ShouldContain(problem);

    [Fact]
    public void Decomposed_names_are_refused_and_composed_ones_are_not() =>
        Names.Author.Sample(author =>
        {
            var name = author.Literal ?? author.Family!;
            var decomposed = ADRaffy.ENSNormalize.ENSNormalize.NF.NFD(name);

            SeedCharacters.FaultOf(name).ShouldBeNull();
            (SeedCharacters.FaultOf(decomposed) is null).ShouldBe(decomposed == name);
        });
}
