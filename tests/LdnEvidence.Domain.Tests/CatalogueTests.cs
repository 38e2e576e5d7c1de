using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests;

public sealed class CatalogueTests
{
    private static readonly Catalogue Catalogue = Given.ACatalogue().Build();

    [Fact]
    public void A_condition_is_found_by_its_key() =>
        Catalogue.Condition(Given.Key("fibromyalgia")).ShouldBeSameAs(Catalogue.Conditions[0]);

    [Fact]
    public void A_mechanism_is_found_by_its_key() =>
        Catalogue.Mechanism(Given.Key("microglial-activation")).ShouldBeSameAs(Catalogue.Mechanisms[0]);

    [Fact]
    public void An_outcome_is_found_by_its_key() =>
        Catalogue.Outcome(Given.Key("pain-severity")).ShouldBeSameAs(Catalogue.Outcomes[0]);

    [Fact]
    public void A_study_is_found_by_its_key() =>
        Catalogue.Study(Given.Key("younger-2009")).ShouldBeSameAs(Catalogue.Studies[0]);

    [Fact]
    public void A_key_that_no_record_has_finds_nothing()
    {
        var key = Given.Key("missing");

        Catalogue.Condition(key).ShouldBeNull();
        Catalogue.Mechanism(key).ShouldBeNull();
        Catalogue.Outcome(key).ShouldBeNull();
        Catalogue.Study(key).ShouldBeNull();
    }

    [Fact]
    public void Where_a_key_occurs_twice_the_first_record_is_found()
    {
        var twice = Given.ACatalogue().And(Given.ACondition() with { Name = "Another" }).Build();

        twice.Condition(Given.Key("fibromyalgia")).ShouldBeSameAs(twice.Conditions[0]);
    }

    [Fact]
    public void The_narrower_conditions_are_those_of_the_next_step_only()
    {
        var catalogue = Given
            .ACatalogue()
            .And(Given.ACondition("pain") with { Broader = null })
            .And(Given.ACondition("chronic-pain") with { Broader = Given.Key("pain") })
            .And(Given.ACondition("acute-pain") with { Broader = Given.Key("pain") })
            .And(Given.ACondition("back-pain") with { Broader = Given.Key("chronic-pain") })
            .Build();

        catalogue
            .NarrowerThan(Given.Key("pain"))
            .Select(condition => condition.Id.Value)
            .ShouldBe(["chronic-pain", "acute-pain"]);
    }

    [Fact]
    public void A_condition_that_none_is_narrower_than_has_no_narrower_ones() =>
        Catalogue.NarrowerThan(Given.Key("fibromyalgia")).ShouldBeEmpty();

    [Fact]
    public void The_level_of_a_claim_comes_from_the_studies_it_cites()
    {
        var catalogue = Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Design = StudyDesign.CaseReport })
            .Build();

        catalogue.LevelOf(catalogue.Claims[0]).Level.ShouldBe(EvidenceLevel.CaseSeries);
    }

    [Fact]
    public void A_citation_of_a_study_that_does_not_exist_counts_for_nothing()
    {
        var claim = Given.AClaim() with { Citations = [Given.ACitation("missing")] };

        var trace = Catalogue.LevelOf(claim);

        trace.Level.ShouldBe(EvidenceLevel.Anecdotal);
        trace.NotCounted.ShouldBeEmpty();
    }

    [Fact]
    public void A_dangling_citation_does_not_hide_the_study_beside_it()
    {
        var claim = Given.AClaim() with { Citations = [Given.ACitation("missing"), Given.ACitation()] };

        Catalogue.LevelOf(claim).Counted.ShouldBe([Given.Key("younger-2009")]);
    }
}
