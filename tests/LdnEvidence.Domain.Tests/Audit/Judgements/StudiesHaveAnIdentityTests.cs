using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class StudiesHaveAnIdentityTests
{
    private const string Rule = "studies-have-an-identity";

    private const string Place = "studies.json > younger-2009 > discrepancies";

    /// <summary>Each field that a citation prints, with a way to print it wrongly, and the member that names it.</summary>
    private static readonly Dictionary<string, Func<PrintedCitation, PrintedCitation>> Wrongly = new(
        StringComparer.Ordinal
    )
    {
        ["title"] = printed => printed with { Title = "Another title" },
        ["authors"] = printed => printed with { Authors = "Older J" },
        ["year"] = printed => printed with { Year = 2010 },
        ["journal"] = printed => printed with { Journal = "Another journal" },
        ["volume"] = printed => printed with { Volume = "11" },
        ["pages"] = printed => printed with { Pages = "1-2" },
        ["doi"] = printed => printed with { Doi = "10.1007/other" },
    };

    public static TheoryData<string> Fields { get; } = [.. Wrongly.Keys];

    [Theory, MemberData(nameof(Fields))]
    public void A_field_that_is_printed_wrongly_and_that_no_discrepancy_names_is_a_fault(string field) =>
        Printed(field).ShouldBreakOnly(Rule, Place);

    [Theory, MemberData(nameof(Fields))]
    public void A_field_that_is_printed_wrongly_and_that_a_discrepancy_names_is_no_fault(string field) =>
        Printed(field)
            .WhereTheStudy(study => study with { Discrepancies = [ADiscrepancy(field)] })
            .ShouldBreakNothing();

    [Fact]
    public void A_discrepancy_of_another_field_does_not_help() =>
        Printed("volume")
            .WhereTheStudy(study => study with { Discrepancies = [ADiscrepancy("pages")] })
            .ShouldBreakOnly(Rule, Place);

    [Fact]
    public void What_nobody_compared_is_no_mismatch() =>
        Printed("volume").WhereTheStudy(study => study with { IdentityChecked = null }).ShouldBreakNothing();

    [Fact]
    public void A_discrepancy_that_nobody_found_is_a_fault() =>
        Printed("volume")
            .WhereTheStudy(study => study with { IdentityChecked = null, Discrepancies = [ADiscrepancy("volume")] })
            .ShouldBreakOnly(Rule, "studies.json > younger-2009 > identityChecked");

    [Fact]
    public void The_fault_quotes_both() =>
        Printed("volume")
            .ItsFault()
            .Problem.ShouldBe(
                "The document prints '11' as volume, the record says '10', and no discrepancy names that field."
            );

    private static GivenCatalogue Printed(string field)
    {
        Domain.Identifiers.Doi.TryParse("10.1007/s10067", out var doi).ShouldBeTrue();
        return Given
            .ACatalogue()
            .WhereTheStudy(study =>
                study with
                {
                    Volume = "10",
                    Pages = "663-672",
                    Doi = doi,
                    PrintedCitation = Wrongly[field](study.PrintedCitation),
                }
            );
    }

    private static Discrepancy ADiscrepancy(string field) => new(field, "wrong", "right", "It differs.");
}
