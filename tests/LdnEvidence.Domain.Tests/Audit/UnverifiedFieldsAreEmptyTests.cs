using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class UnverifiedFieldsAreEmptyTests
{
    private const string Rule = "unverified-fields-are-empty";

    /// <summary>Each field that can be unverified, with a way to leave it out.</summary>
    private static readonly Dictionary<string, Func<Study, Study>> Without = new(StringComparer.Ordinal)
    {
        ["title"] = study => study with { Title = null },
        ["authors"] = study => study with { Authors = [] },
        ["journalAbbreviation"] = study => study with { JournalAbbreviation = null },
        ["volume"] = study => study with { Volume = null },
        ["issue"] = study => study with { Issue = null },
        ["pages"] = study => study with { Pages = null },
        ["doi"] = study => study with { Doi = null },
        ["pmid"] = study => study with { Pmid = null },
        ["pmcid"] = study => study with { Pmcid = null },
        ["issn"] = study => study with { Issn = [] },
        ["trialRegistration"] = study => study with { TrialRegistration = null },
        ["population"] = study => study with { Population = null },
        ["sampleSize"] = study => study with { SampleSize = null },
        ["doseMgPerDay"] = study => study with { DoseMgPerDay = null },
        ["route"] = study => study with { Route = null },
        ["interventionMatch"] = study => study with { InterventionMatch = null },
        ["duration"] = study => study with { Duration = null },
        ["sideEffects"] = study => study with { SideEffects = null },
        ["funding"] = study => study with { Funding = null },
        ["standing"] = study => study with { Standing = StudyStanding.Current },
    };

    public static TheoryData<string> Fields { get; } = [.. Without.Keys];

    [Theory, MemberData(nameof(Fields))]
    public void A_field_with_a_value_that_is_listed_as_not_verified_is_a_fault(string field) =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => Full(study) with { NotVerified = [field] })
            .ShouldBreakOnly(Rule, $"studies.json > younger-2009 > {field}");

    [Theory, MemberData(nameof(Fields))]
    public void A_field_without_a_value_may_be_listed_as_not_verified(string field) =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => Without[field](Full(study)) with { NotVerified = [field] })
            .ShouldBreakNothing();

    [Theory]
    [InlineData("journal")]
    [InlineData("Title")]
    [InlineData("")]
    public void A_listed_name_that_is_no_such_field_is_a_fault_at_its_place(string name) =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { NotVerified = ["volume", name] })
            .ShouldBreakOnly(Rule, "studies.json > younger-2009 > notVerified[1]");

    [Fact]
    public void The_remedy_for_such_a_name_lists_the_fields() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { NotVerified = ["journal"] })
            .ItsFault()
            .Remedy.ShouldBe($"Name one of {string.Join(", ", Without.Keys)}.");

    [Fact]
    public void An_untitled_study_that_does_not_say_so_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Title = null })
            .ShouldBreakOnly(Rule, "studies.json > younger-2009 > title");

    [Fact]
    public void A_study_without_authors_that_does_not_say_so_is_a_fault() =>
        Given
            .ACatalogue()
            .WhereTheStudy(study => study with { Authors = [] })
            .ShouldBreakOnly(Rule, "studies.json > younger-2009 > authors");

    /// <summary>Gives every field that can be unverified a value, a standing that is not the default one among them.</summary>
    private static Study Full(Study study)
    {
        Doi.TryParse("10.1007/s10067", out var doi).ShouldBeTrue();
        PubMedId.TryParse("17222320", out var pmid).ShouldBeTrue();
        return study with
        {
            JournalAbbreviation = "Pain Med",
            Volume = "10",
            Issue = "4",
            Pages = "663-672",
            Doi = doi,
            Pmid = pmid,
            Pmcid = "PMC3962576",
            Issn = ["1526-2375"],
            TrialRegistration = "NCT00501696",
            Population = "women",
            SampleSize = 10,
            DoseMgPerDay = 4.5m,
            Route = "oral",
            InterventionMatch = InterventionMatch.Exact,
            Duration = "14 weeks",
            SideEffects = "vivid dreams",
            Funding = "a foundation",
            Standing = StudyStanding.Corrected,
        };
    }
}
