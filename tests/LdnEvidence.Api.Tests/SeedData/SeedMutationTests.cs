using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Identifiers;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.SeedData;

/// <summary>Every shipped record, changed in one member at a time: exactly the rule that should notices, and names the record.</summary>
public sealed class SeedMutationTests
{
    [Fact]
    public async Task A_claim_is_held_to_its_level_place_judgements_and_wording()
    {
        var seed = await Read();
        foreach (var (index, claim) in seed.Claims.Index())
        {
            ShouldBreak(
                "level-is-the-derived-one",
                claim with
                {
                    ExpectedLevel =
                        claim.ExpectedLevel == EvidenceLevel.PilotTrial
                            ? EvidenceLevel.Anecdotal
                            : EvidenceLevel.PilotTrial,
                }
            );
            ShouldBreak("locators-exist", claim with { Locator = Nowhere(claim.Locator) });
            ShouldBreak("references-resolve", claim with { Mechanisms = [.. claim.Mechanisms, Slug.Parse("missing")] });
            ShouldBreak(
                "judgements-say-who-checked",
                claim with
                {
                    Fidelity = claim.Fidelity with { ToDocument = claim.Fidelity.ToDocument with { Checked = null } },
                }
            );
            ShouldBreak(
                "wording-is-not-stronger-than-the-source",
                claim with
                {
                    Statement = $"It is proven that {claim.Statement}",
                }
            );

            void ShouldBreak(string rule, Claim changed) =>
                Broken(Of(seed, claims: [.. seed.Claims.Select((each, at) => at == index ? changed : each)]))
                    .ShouldBe([(rule, claim.Id.Value)], claim.Id.Value);
        }
    }

    [Fact]
    public async Task A_study_is_held_to_its_identity_standing_and_place()
    {
        var seed = await Read();
        foreach (var (index, study) in seed.Studies.Index())
        {
            ShouldBreak(
                "studies-have-an-identity",
                study with
                {
                    PrintedCitation = study.PrintedCitation with { Year = study.Year + 1 },
                }
            );
            ShouldBreak("standing-has-its-notice", study with { StandingNotice = new(default, "It fell.", null) });
            ShouldBreak("locators-exist", study with { Locator = Nowhere(study.Locator) });
            ShouldBreak("unverified-fields-are-empty", study with { NotVerified = [.. study.NotVerified, "colour"] });

            void ShouldBreak(string rule, Study changed) =>
                Broken(Of(seed, studies: [.. seed.Studies.Select((each, at) => at == index ? changed : each)]))
                    .ShouldBe([(rule, study.Id.Value)], study.Id.Value);
        }
    }

    [Fact]
    public async Task What_claims_are_about_is_held_to_its_codes_and_its_place()
    {
        var seed = await Read();
        var malformed = new TerminologyCode("mesh", "no code", null, null);
        foreach (var (index, condition) in seed.Conditions.Index())
        {
            Condition[] With(Condition changed) =>
                [.. seed.Conditions.Select((each, at) => at == index ? changed : each)];
            Broken(Of(seed, conditions: With(condition with { Codes = [malformed] })))
                .ShouldBe([("codes-are-well-formed", condition.Id.Value)]);
            if (condition.Absences.Count > 0)
            {
                Broken(Of(seed, conditions: With(condition with { Absences = [] })))
                    .ShouldBe([("conditions-are-covered", condition.Id.Value)]);
            }
        }

        foreach (var (index, mechanism) in seed.Mechanisms.Index())
        {
            var changed = mechanism with { Codes = [malformed] };
            Broken(Of(seed, mechanisms: [.. seed.Mechanisms.Select((each, at) => at == index ? changed : each)]))
                .ShouldBe([("codes-are-well-formed", mechanism.Id.Value)]);
        }

        foreach (var (index, outcome) in seed.Outcomes.Index())
        {
            var changed = outcome with { Domain = null };
            Broken(Of(seed, outcomes: [.. seed.Outcomes.Select((each, at) => at == index ? changed : each)]))
                .ShouldBe([("outcomes-have-a-domain", outcome.Id.Value)]);
        }
    }

    private static async Task<Catalogue> Read() =>
        (
            await new SeedFolder(
                Options.Create(new CatalogueOptions { SeedDataPath = Path.Combine(Folders.Repository, "seed-data") })
            ).Read(TestContext.Current.CancellationToken)
        ).Catalogue;

    private static Catalogue Of(
        Catalogue seed,
        IReadOnlyList<Condition>? conditions = null,
        IReadOnlyList<Mechanism>? mechanisms = null,
        IReadOnlyList<Outcome>? outcomes = null,
        IReadOnlyList<Study>? studies = null,
        IReadOnlyList<Claim>? claims = null
    ) =>
        new(
            seed.Document,
            conditions ?? seed.Conditions,
            mechanisms ?? seed.Mechanisms,
            outcomes ?? seed.Outcomes,
            studies ?? seed.Studies,
            claims ?? seed.Claims
        );

    private static List<(string Rule, string Record)> Broken(Catalogue catalogue) =>
        [
            .. AuditRules
                .Run(catalogue)
                .SelectMany(result => result.Faults.Select(fault => (result.Rule.Id, fault.Record)))
                .Distinct(),
        ];

    /// <summary>A place in the same section that the document does not have.</summary>
    private static Locator Nowhere(Locator locator) =>
        Locator.TryParse(locator.Section, "paragraph 99", out var nowhere)
            ? nowhere
            : throw new InvalidOperationException("The position has the wrong form.");
}
