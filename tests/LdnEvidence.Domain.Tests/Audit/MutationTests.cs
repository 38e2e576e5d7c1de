using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

/// <summary>For each rule, a change of one record of a whole catalogue that this rule alone notices.</summary>
public sealed class MutationTests
{
    private const string Condition = "fibromyalgia";
    private const string Study = "younger-2009";
    private const string Claim = "eff-fibromyalgia-pain";

    private static readonly Dictionary<string, Mutation> Mutations = new(StringComparer.Ordinal)
    {
        ["keys-are-unique"] = new(
            "eff-uncited",
            given => given.WhereTheClaim(claim => claim with { Id = Key("eff-uncited") })
        ),
        ["names-are-unique"] = new(
            "twin",
            given => WhereTheTwin(given, twin => twin with { Name = given.Conditions[0].Name })
        ),
        ["references-resolve"] = OfClaim(claim => claim with { Mechanisms = [.. claim.Mechanisms, Key("missing")] }),
        ["broader-conditions-end"] = OfCondition(condition => condition with { Broader = condition.Id }),
        ["locators-exist"] = OfClaim(claim => claim with { Locator = Given.ALocator("paragraph 9") }),
        ["codes-are-well-formed"] = OfCondition(condition =>
            condition with
            {
                Codes = [Given.ACode(CodeSystem.Mesh, "M79.7")],
            }
        ),
        ["code-rules-are-sound"] = OfCondition(condition =>
            condition with
            {
                Icd10cmMatching = new() { MatchBy = Icd10cmMatchBy.Prefix, Match = ["M79.1"] },
            }
        ),
        ["code-rules-agree"] = new(
            "twin",
            given =>
                WhereTheTwin(
                    given.WhereTheCondition(condition => condition with { Icd10cmMatching = Means("M79") }),
                    twin => twin with { Icd10cmMatching = Means("M79.7") }
                )
        ),
        ["outcomes-have-a-domain"] = new(
            "pain-severity",
            given => given.WhereTheOutcome(outcome => outcome with { Domain = null })
        ),
        ["study-identifiers-are-unique"] = new(
            "twin-2009",
            given =>
                given with
                {
                    Studies = [given.Studies[0], given.Studies[1] with { Pmcid = given.Studies[0].Pmcid }],
                }
        ),
        ["studies-have-an-identity"] = OfStudy(study =>
            study with
            {
                PrintedCitation = study.PrintedCitation with { Year = 2010 },
            }
        ),
        ["standing-has-its-notice"] = OfStudy(study => study with { Standing = StudyStanding.Concern }),
        ["interventions-are-placed"] = OfStudy(study => study with { InterventionMatch = null }),
        ["links-are-single"] = OfClaim(claim => claim with { Conditions = [.. claim.Conditions, .. claim.Conditions] }),
        ["unverified-fields-are-empty"] = OfStudy(study => study with { NotVerified = ["title"] }),
        ["level-is-the-derived-one"] = OfClaim(claim => claim with { ExpectedLevel = EvidenceLevel.CaseSeries }),
        ["no-level-without-a-counted-study"] = new(
            Claim,
            given => given.WhereTheStudy(study => study with { Setting = StudySetting.Laboratory })
        ),
        ["wording-is-not-stronger-than-the-source"] = OfClaim(claim =>
            claim with
            {
                Statement = "Low-dose naltrexone was proven to lessen pain in fibromyalgia.",
            }
        ),
        ["implied-level-only-where-meaningful"] = OfClaim(claim => claim with { LevelIsMeaningful = false }),
        ["fidelity-fits-the-citations"] = OfClaim(claim =>
            claim with
            {
                Fidelity = claim.Fidelity with
                {
                    ToSource = claim.Fidelity.ToSource with { Basis = FidelityBasis.None },
                },
            }
        ),
        ["differences-fit-the-label"] = OfClaim(claim =>
            claim with
            {
                Fidelity = claim.Fidelity with
                {
                    ToDocument = claim.Fidelity.ToDocument with { Label = DocumentFidelity.Broadened },
                },
            }
        ),
        ["judgements-say-who-checked"] = OfClaim(claim =>
            claim with
            {
                Fidelity = claim.Fidelity with { ToSource = claim.Fidelity.ToSource with { Checked = null } },
            }
        ),
        ["conditions-are-covered"] = new("twin", given => WhereTheTwin(given, twin => twin with { Absences = [] })),
        ["nothing-is-orphaned"] = new(
            "microglial-activation",
            given => given.WhereTheClaim(claim => claim with { Mechanisms = [] })
        ),
    };

    public static TheoryData<string> Rules { get; } = [.. AuditRules.All.Select(rule => rule.Id)];

    /// <summary>A catalogue that breaks no rule and has enough in it to break each.</summary>
    private static GivenCatalogue Whole { get; } =
        Given
            .ACatalogue()
            .WhereTheCondition(condition => condition with { Absences = [] })
            .And(Given.ACondition("twin"))
            .WhereTheClaim(claim =>
                claim with
                {
                    Conditions = [Key(Condition)],
                    ImpliedLevel = EvidenceLevel.PilotTrial,
                    ExpectedLevel = EvidenceLevel.PilotTrial,
                }
            )
            .And(Given.AnUncitedClaim() with { Conditions = [Key(Condition), Key("twin")], Mechanisms = [] })
            .AndCited(Given.AStudy("twin-2009"))
            .WhereTheStudy(study => study with { Pmcid = "PMC3962576" });

    [Fact]
    public void Every_rule_has_a_mutation() =>
        Mutations.Keys.ShouldBe(AuditRules.All.Select(rule => rule.Id), ignoreOrder: true);

    [Fact]
    public void The_catalogue_is_whole_before_it_is_changed() => Whole.ShouldBreakNothing();

    [Theory, MemberData(nameof(Rules))]
    public void The_change_turns_this_rule_red_and_no_other_and_the_record_is_named(string rule)
    {
        var mutation = Mutations[rule];

        var broken = AuditRules.Run(mutation.Of(Whole).Build()).Where(result => result.Faults.Count > 0).ToList();

        broken.Select(result => result.Rule.Id).ShouldBe([rule]);
        broken[0].Faults.Select(fault => fault.Record).ShouldBe([mutation.Names]);
    }

    private static Icd10cmMatching Means(string code) => new() { MatchBy = Icd10cmMatchBy.Prefix, Match = [code] };

    private static Slug Key(string text) => Given.Key(text);

    private static GivenCatalogue WhereTheTwin(GivenCatalogue given, Func<Condition, Condition> change) =>
        given with
        {
            Conditions = [given.Conditions[0], change(given.Conditions[1])],
        };

    private static Mutation OfCondition(Func<Condition, Condition> change) =>
        new(Condition, given => given.WhereTheCondition(change));

    private static Mutation OfStudy(Func<Study, Study> change) => new(Study, given => given.WhereTheStudy(change));

    private static Mutation OfClaim(Func<Claim, Claim> change) => new(Claim, given => given.WhereTheClaim(change));

    /// <param name="Names">The record that the fault is to name.</param>
    /// <param name="Of">The change.</param>
    private sealed record Mutation(string Names, Func<GivenCatalogue, GivenCatalogue> Of);
}
