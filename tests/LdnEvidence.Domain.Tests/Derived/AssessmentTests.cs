using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Derived;

/// <summary>What follows for a claim from the studies that count.</summary>
public sealed class AssessmentTests
{
    [Theory]
    [InlineData(EvidenceLevel.PilotTrial, LevelGap.AsStated)]
    [InlineData(EvidenceLevel.CaseSeries, LevelGap.Understated)]
    [InlineData(EvidenceLevel.Anecdotal, LevelGap.Understated)]
    public void A_trial_is_as_stated_or_understated(EvidenceLevel implied, LevelGap expected) =>
        Of([Given.AStudy()], implied).LevelGap.ShouldBe(expected);

    [Fact]
    public void What_sounds_like_a_trial_and_cites_none_is_overstated() =>
        Of([], EvidenceLevel.PilotTrial).LevelGap.ShouldBe(LevelGap.Overstated);

    [Fact]
    public void Without_an_implied_level_there_is_no_gap() => Of([Given.AStudy()], null).LevelGap.ShouldBeNull();

    [Fact]
    public void Reports_on_the_same_people_are_one_cohort_of_its_largest_size()
    {
        var first = Given.AStudy("first") with { SampleSize = 10 };
        var again = Given.AStudy("again") with { SampleSize = 8, Cohort = first.Id };
        var other = Given.AStudy("other") with { SampleSize = 5 };

        var assessment = Of([first, again, other]);

        assessment.IndependentCohorts.ShouldBe(2);
        assessment.Participants.ShouldBe(15);
    }

    [Fact]
    public void One_group_of_unknown_size_makes_the_sum_unknown()
    {
        var assessment = Of([Given.AStudy("first") with { SampleSize = 10 }, Given.AStudy("other")]);
        assessment.IndependentCohorts.ShouldBe(2);
        assessment.Participants.ShouldBeNull();
    }

    [Fact]
    public void Where_nothing_counts_there_are_no_people()
    {
        var assessment = Of([]);
        assessment.IndependentCohorts.ShouldBe(0);
        assessment.Participants.ShouldBeNull();
        assessment.InterventionMatch.ShouldBeNull();
        assessment.IsOfOtherInterventions.ShouldBeFalse();
    }

    [Fact]
    public void The_nearest_intervention_is_the_match()
    {
        var combined = Given.AStudy("combined") with { InterventionMatch = InterventionMatch.Combined };
        var exact = Given.AStudy("exact") with { InterventionMatch = InterventionMatch.Exact };
        var unknown = Given.AStudy("unknown") with { InterventionMatch = null };

        Of([combined, exact]).InterventionMatch.ShouldBe(InterventionMatch.Exact);
        Of([combined, unknown]).InterventionMatch.ShouldBe(InterventionMatch.Combined);
        Of([combined, unknown]).IsOfOtherInterventions.ShouldBeTrue();
        Of([exact, combined]).IsOfOtherInterventions.ShouldBeFalse();
        Of([unknown]).InterventionMatch.ShouldBeNull();
    }

    private static Assessment Of(Study[] studies, EvidenceLevel? implied = null)
    {
        var claim = Given.AClaim() with
        {
            Citations = [.. studies.Select(study => Given.ACitation(study.Id.Value))],
            ImpliedLevel = implied,
        };
        return Assessment.Of(
            claim,
            new Catalogue(
                Given.ADocument(),
                [Given.ACondition()],
                [Given.AMechanism()],
                [Given.AnOutcome()],
                studies,
                [claim]
            )
        );
    }
}
