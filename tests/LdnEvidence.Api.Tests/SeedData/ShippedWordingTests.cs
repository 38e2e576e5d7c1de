using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain.Wording;

namespace LdnEvidence.Api.Tests.SeedData;

/// <summary>What apps are told to show of the evidence that ships.</summary>
public sealed class ShippedWordingTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Fact]
    public async Task No_display_is_stronger_than_the_level_and_the_fidelity_beside_it()
    {
        var claims = await Claims();

        claims.Count.ShouldBeGreaterThan(60);
        foreach (var claim in claims)
        {
            var allowed = Allowed(claim);
            foreach (var member in new[] { "text", "caveat" })
            {
                var text = Display(claim, member);
                ((Strength.Of(text) ?? StatementStrength.Postulated) <= allowed).ShouldBeTrue($"{Id(claim)}: {text}");
            }
        }
    }

    [Fact]
    public async Task A_stronger_verb_in_a_display_would_be_noticed()
    {
        foreach (var claim in await Claims())
        {
            foreach (
                var (weak, strong) in new[] { ("is said to", "is proven to"), ("was reported to", "was shown to") }
            )
            {
                var text = Display(claim, "text");
                var planted = text.Replace(weak, strong, StringComparison.Ordinal);
                (planted == text || Strength.Of(planted) > Allowed(claim)).ShouldBeTrue(planted);
            }
        }
    }

    [Fact]
    public async Task No_display_says_what_must_not_be_said()
    {
        foreach (var claim in await Claims())
        {
            var phrases = claim["display"]!["mustNotSay"]!
                .AsArray()
                .Select(phrase => phrase!.GetValue<string>())
                .ToList();

            phrases.ShouldContain("proven", Id(claim));
            phrases.Where(phrase => Strength.Has(Display(claim, "text"), phrase)).ShouldBeEmpty(Id(claim));
        }
    }

    [Theory]
    [InlineData(
        "eff-hiv-cd4",
        "On the clinic's page, LDN is said to raise the CD4 count in HIV infection and AIDS; the study the page cites reports the opposite.",
        "The evidence level says what kind of study exists, not that its result was favourable."
    )]
    [InlineData(
        "eff-fibromyalgia-pain",
        "In one small trial of 10 people, LDN was reported to reduce pain in fibromyalgia.",
        "So few people cannot rule out chance."
    )]
    [InlineData(
        "eff-cancer-lung",
        "On the clinic's page, LDN is said to be usable for lung cancer, with no particular effect named; a small case series of 11 patients bears it out only in part.",
        "Not all of these people had what the claim is about"
    )]
    [InlineData(
        "mech-cancer-nk-activation",
        "On the clinic's page, LDN is said, as a third possible mechanism against cancer, to activate natural killer cells; three laboratory studies bear it out only in part.",
        "Cells in a dish were studied; nobody was treated."
    )]
    [InlineData(
        "safety-no-abuse-potential",
        "On the clinic's page, LDN is said to have no potential for abuse; the page cites nothing for it.",
        "Without a source, nobody can see what it rests on."
    )]
    [InlineData(
        "eff-fibromyalgia-esr",
        "On the clinic's page, LDN is said to reduce the erythrocyte sedimentation rate, a marker of inflammation, in fibromyalgia; the study the page cites does not say so.",
        "The catalogue repeats what the page says and does not endorse it."
    )]
    [InlineData(
        "safety-headache",
        "On the clinic's page, headache is described as a reported side effect of LDN; whether the review the page cites says so has not been checked.",
        "The passage could not be read."
    )]
    [InlineData(
        "reg-fda-approval-year",
        "On the clinic's page, naltrexone is said to have been approved in the United States by the Food and Drug Administration (FDA) in 1983; the review the page cites says otherwise.",
        "Correction: 1984."
    )]
    public async Task A_claim_is_shown_with_its_hedge(string id, string text, string caveat)
    {
        var claim = (await Claims()).Single(claim => Id(claim) == id);

        WithoutWhatWasGiven(Display(claim, "text")).ShouldBe(text);
        Display(claim, "caveat").ShouldContain(caveat);
    }

    private async Task<List<JsonNode>> Claims()
    {
        var text = await catalogue.Client.GetStringAsync(
            "/api/v1/claims?limit=100",
            TestContext.Current.CancellationToken
        );
        return [.. JsonNode.Parse(text)!["items"]!.AsArray().Select(claim => claim!)];
    }

    /// <summary>What the served level and fidelity allow at most, whatever else is known.</summary>
    private static StatementStrength Allowed(JsonNode claim)
    {
        var fidelity = claim["fidelity"]!["toSource"]!["label"]!.GetValue<string>();
        return (fidelity, claim["evidenceLevel"]!.GetValue<string>()) switch
        {
            ("partly-supported", _) => StatementStrength.PartlyReported,
            ("supported", "pilot-trial") => StatementStrength.ReportedInSmallTrials,
            ("supported", "case-series") => StatementStrength.ReportedInCases,
            ("supported", _) => StatementStrength.ReportedInCells,
            _ => StatementStrength.Said,
        };
    }

    /// <summary>What a study gave stands in brackets after its size and is a judgement of its own.</summary>
    private static string WithoutWhatWasGiven(string text)
    {
        string[] given =
        [
            " (dose or route not known)",
            " (not all known to be of low-dose naltrexone alone)",
            " (given together with other agents)",
            " (of opioids that the body makes, not naltrexone)",
        ];
        return given.Aggregate(text, (rest, words) => rest.Replace(words, "", StringComparison.Ordinal));
    }

    private static string Id(JsonNode claim) => claim["id"]!.GetValue<string>();

    private static string Display(JsonNode claim, string member) => claim["display"]![member]!.GetValue<string>();
}
