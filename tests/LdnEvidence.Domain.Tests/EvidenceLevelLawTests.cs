using CsCheck;
using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests;

/// <summary>What holds of the decision table whatever is cited.</summary>
public sealed class EvidenceLevelLawTests
{
    private static readonly Gen<Link> AnyLink = Gen.Select(
        Gen.OneOf(
            "randomized-crossover-trial",
            "randomized-parallel-trial",
            "single-blind-crossover-trial",
            "open-label-trial",
            "single-arm-cohort",
            "case-series",
            "case-report",
            "narrative-review",
            "in-vitro"
        ),
        Gen.OneOf("current", "corrected", "concern", "retracted"),
        Gen.OneOf("supports", "contradicts", "mixed", "background"),
        Gen.Bool,
        (design, standing, relation, reportsOutcome) => new Link(design, standing, relation, reportsOutcome)
    );

    private static readonly Gen<Link[]> AnyLinks = AnyLink.Array[0, 6];

    [Fact]
    public void The_level_does_not_depend_on_the_order_of_the_citations() =>
        Gen.Select(AnyLink, Gen.Int)
            .Array[0, 6]
            .Sample(
                placed =>
                {
                    var cited = Cite([.. placed.Select(each => each.Item1)]);
                    var shuffled = cited.Zip(placed).OrderBy(pair => pair.Second.Item2).Select(pair => pair.First);

                    EvidenceLevels.Derive([.. shuffled]).Level.ShouldBe(EvidenceLevels.Derive(cited).Level);
                },
                iter: 1000
            );

    [Fact]
    public void Another_citation_never_weakens_the_level() =>
        Gen.Select(AnyLinks, AnyLink)
            .Sample(
                (links, another) => Strength([.. links, another]).ShouldBeGreaterThanOrEqualTo(Strength(links)),
                iter: 1000
            );

    [Fact]
    public void Retracting_a_study_never_strengthens_the_level() =>
        Gen.Select(AnyLinks, AnyLink, AnyLinks)
            .Sample(
                (before, study, after) =>
                    Strength([.. before, study with { Standing = "retracted" }, .. after])
                        .ShouldBeLessThanOrEqualTo(Strength([.. before, study, .. after])),
                iter: 1000
            );

    [Fact]
    public void Every_cited_study_is_either_counted_or_not_counted_once() =>
        AnyLinks.Sample(
            links =>
            {
                var cited = Cite(links);
                var trace = EvidenceLevels.Derive(cited);

                trace
                    .Counted.Concat(trace.NotCounted.Select(each => each.Study))
                    .ShouldBe(cited.Select(link => link.Study.Id), ignoreOrder: true);
            },
            iter: 1000
        );

    [Fact]
    public void The_level_is_the_one_that_the_design_document_describes() =>
        AnyLinks.Sample(
            links =>
                KebabCase<EvidenceLevel>
                    .Of(EvidenceLevels.Derive(Cite(links)).Level)
                    .ShouldBe(AsTheDesignDocumentSays(links)),
            iter: 5000
        );

    /// <summary>The prose of design.md §3, written without the Domain's table.</summary>
    private static string AsTheDesignDocumentSays(Link[] links)
    {
        var level = "anecdotal";
        foreach (var link in links)
        {
            if (!link.ReportsOutcome || link.Standing == "retracted")
            {
                continue;
            }

            switch (link.Design)
            {
                case "randomized-crossover-trial":
                case "randomized-parallel-trial":
                case "single-blind-crossover-trial":
                case "open-label-trial":
                case "single-arm-cohort":
                    return "pilot-trial";
                case "case-series":
                case "case-report":
                    level = "case-series";
                    break;
                default:
                    break;
            }
        }

        return level;
    }

    private static int Strength(Link[] links) =>
        KebabCase<EvidenceLevel>.Of(EvidenceLevels.Derive(Cite(links)).Level) switch
        {
            "pilot-trial" => 3,
            "case-series" => 2,
            _ => 1,
        };

    private static (Citation Citation, Study Study)[] Cite(Link[] links) =>
        [
            .. links.Select(
                (link, index) =>
                    Given.Cited(
                        KebabCase<StudyDesign>.Parse(link.Design),
                        link.ReportsOutcome,
                        KebabCase<StudyStanding>.Parse(link.Standing),
                        KebabCase<CitationRelation>.Parse(link.Relation),
                        $"study-{index}"
                    )
            ),
        ];

    /// <summary>A citation and what matters of its study, in the words of the design document.</summary>
    private sealed record Link(string Design, string Standing, string Relation, bool ReportsOutcome);
}
