using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests;

/// <summary>The text that callers read says what the row does.</summary>
public sealed class EvidenceRuleTests
{
    [Fact]
    public void The_rows_stand_in_the_order_of_the_table() =>
        EvidenceLevels.Rules.Select(rule => rule.Id).ShouldBe(["L1", "L2", "L3"]);

    [Theory]
    [InlineData(
        "L1",
        "randomized-crossover-trial",
        "randomized-parallel-trial",
        "single-blind-crossover-trial",
        "open-label-trial",
        "single-arm-cohort"
    )]
    [InlineData("L2", "case-series", "case-report")]
    [InlineData("L3")]
    public void The_text_of_a_row_names_exactly_its_designs(string row, params string[] designs)
    {
        var text = EvidenceLevels.Rules.Single(rule => rule.Id == row).When;

        NamedIn<StudyDesign>(text).ShouldBe(designs);
    }

    [Theory]
    [InlineData("L1", "retracted")]
    [InlineData("L2", "retracted")]
    [InlineData("L3")]
    public void The_text_of_a_row_names_exactly_the_standings_it_excludes(string row, params string[] standings)
    {
        var text = EvidenceLevels.Rules.Single(rule => rule.Id == row).When;

        NamedIn<StudyStanding>(text).ShouldBe(standings);
    }

    [Fact]
    public void The_text_follows_the_data_of_the_row()
    {
        var row = new EvidenceRule(
            "X",
            EvidenceLevel.CaseSeries,
            [StudyDesign.InVitro, StudyDesign.CaseReport],
            [StudyStanding.Retracted, StudyStanding.Concern]
        );

        row.When.ShouldBe(
            "At least one citation with reportsOutcome to a study of design case-report or in-vitro, "
                + "unless its standing is concern or retracted."
        );
    }

    private static IEnumerable<string> NamedIn<TEnum>(string text)
        where TEnum : struct, Enum =>
        KebabCase<TEnum>.All.Where(name => text.Split(' ', ',', '.', ':').Contains(name, StringComparer.Ordinal));
}
