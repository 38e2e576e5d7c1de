using CsCheck;
using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Tests.Support;
using LdnEvidence.Domain.Wording;

namespace LdnEvidence.Domain.Tests.Wording;

/// <summary>What holds of every display, whatever is cited and however it was judged.</summary>
public sealed class DisplayLawTests
{
    private static readonly Gen<Study> AnyStudy = Gen.Select(
        Any<StudyDesign>(),
        Any<StudyStanding>(),
        Any<StudySetting>(),
        Of<int?>(null, 1, 3, 10, 99, 100, 2500),
        Of<InterventionMatch?>([null, .. Enum.GetValues<InterventionMatch>()]),
        Of(null, "one-group"),
        (design, standing, setting, size, match, cohort) =>
            Given.AStudy() with
            {
                Design = design,
                Standing = standing,
                Setting = setting,
                SampleSize = size,
                InterventionMatch = match,
                Cohort = cohort is null ? null : Slug.Parse(cohort),
            }
    );

    private static readonly Gen<GivenCatalogue> AnyCatalogue = Gen.Select(
        Gen.Select(AnyStudy, Any<CitationRelation>(), Gen.Bool).Array[0, 4],
        Gen.Select(Any<SourceFidelity>(), Any<FidelityBasis>(), Any<DocumentFidelity>()),
        Gen.Select(Any<ClaimKind>(), Any<ClaimDirection>(), Gen.Bool),
        Of(
            "LDN is said to reduce pain in fibromyalgia.",
            "As one possible mechanism, LDN is said to act on microglia.",
            "Dr Bernard Bihari is said to have shown that LDN can be effective for lupus.",
            "It is said that no withdrawal effect has been seen with LDN."
        ),
        (cited, fidelity, subject, statement) =>
            new GivenCatalogue
            {
                Studies = [.. cited.Select((each, index) => each.Item1 with { Id = Given.Key($"study-{index}") })],
                Claims =
                [
                    Given.AClaim() with
                    {
                        Statement = statement,
                        Kind = subject.Item1,
                        Direction = subject.Item2,
                        LevelIsMeaningful = subject.Item3,
                        Citations =
                        [
                            .. cited.Select((each, index) => Given.ACitation($"study-{index}", each.Item3, each.Item2)),
                        ],
                        Fidelity = new Fidelity(
                            new FidelityToSource(fidelity.Item1, fidelity.Item2, "Why."),
                            new FidelityToDocument(fidelity.Item3, "Why.")
                        ),
                    },
                ],
            }
    );

    [Fact]
    public void Nothing_shown_is_stronger_than_the_claim_allows() =>
        AnyCatalogue.Sample(
            given =>
            {
                var (claim, display) = Word(given);
                var allowed = AllowedInProse(claim, given);
                Strength.Of(display.Text).ShouldNotBeNull(display.Text);
                (Strength.Of(display.Text) <= allowed).ShouldBeTrue($"{allowed}: {display.Text}");
                ((Strength.Of(display.Caveat) ?? StatementStrength.Postulated) <= allowed).ShouldBeTrue(
                    $"{allowed}: {display.Caveat}"
                );
            },
            iter: 5000
        );

    [Fact]
    public void The_domain_allows_no_more_than_the_prose() =>
        AnyCatalogue.Sample(
            given =>
            {
                var catalogue = given.Build();
                var claim = catalogue.Claims[0];
                Display
                    .Allowed(claim, Assessment.Of(claim, catalogue), catalogue)
                    .ShouldBe(AllowedInProse(claim, given));
            },
            iter: 5000
        );

    [Fact]
    public void The_text_has_none_of_the_phrases_that_must_not_be_said() =>
        AnyCatalogue.Sample(
            given =>
            {
                var (_, display) = Word(given);
                display.MustNotSay.ShouldBeUnique();
                display.MustNotSay.Where(phrase => Strength.Has(display.Text, phrase)).ShouldBeEmpty(display.Text);
            },
            iter: 2000
        );

    [Fact]
    public void The_same_data_is_worded_the_same() =>
        AnyCatalogue.Sample(
            given =>
            {
                var (one, other) = (Word(given).Display, Word(given).Display);
                other.Text.ShouldBe(one.Text);
                other.Caveat.ShouldBe(one.Caveat);
                other.MustNotSay.ShouldBe(one.MustNotSay);
            },
            iter: 500
        );

    [Fact]
    public void The_text_is_one_sentence_and_the_caveat_one_or_two() =>
        AnyCatalogue.Sample(
            given =>
            {
                var (_, display) = Word(given);
                display.Text.ShouldMatch(@"^[A-Z][^.]*\.$");
                display.Caveat.ShouldMatch(@"^[A-Z][^.]*\.( [A-Z][^.]*\.)?$");
            },
            iter: 2000
        );

    private static (Claim Claim, Display Display) Word(GivenCatalogue given)
    {
        var catalogue = given.Build();
        var claim = catalogue.Claims[0];
        return (claim, Display.Of(claim, Assessment.Of(claim, catalogue), catalogue));
    }

    /// <summary>What may be said, written without the Domain's wording.</summary>
    private static StatementStrength AllowedInProse(Claim claim, GivenCatalogue given)
    {
        var fidelity = claim.Fidelity.ToSource;
        if (fidelity.Label == SourceFidelity.PartlySupported)
        {
            return StatementStrength.PartlyReported;
        }

        if (
            fidelity is not { Label: SourceFidelity.Supported, Basis: FidelityBasis.CitedStudy }
            || !claim.LevelIsMeaningful
        )
        {
            return StatementStrength.Said;
        }

        var standing = claim
            .Citations.Zip(given.Studies, (citation, study) => (Citation: citation, Study: study))
            .Where(link => link.Study.Standing != StudyStanding.Retracted)
            .ToList();
        var trialCounts = standing.Exists(link =>
            link.Citation.ReportsOutcome && link.Study.Design < StudyDesign.CaseSeries
        );
        var speaking = standing.FindAll(link => link.Citation.Relation == CitationRelation.Supports);
        var people = speaking
            .Where(link =>
                link.Citation.ReportsOutcome
                && link.Study.Setting == StudySetting.Human
                && (
                    trialCounts
                        ? link.Study.Design < StudyDesign.CaseSeries
                        : link.Study.Design is StudyDesign.CaseSeries or StudyDesign.CaseReport
                )
            )
            .Select(link => link.Study)
            .ToList();
        if (people.Count == 0)
        {
            return
                speaking.Count > 0
                && speaking.TrueForAll(link =>
                    link.Study.Setting == StudySetting.Laboratory || link.Study.Design == StudyDesign.InVitro
                )
                ? StatementStrength.ReportedInCells
                : StatementStrength.Said;
        }

        var groups = people.GroupBy(study => study.Cohort?.Value ?? study.Id.Value).ToList();
        if (!trialCounts)
        {
            return
                groups.Count == 1
                && people.TrueForAll(study => study.Design == StudyDesign.CaseReport && study.SampleSize is null or 1)
                ? StatementStrength.ReportedInOneCase
                : StatementStrength.ReportedInCases;
        }

        if (people.TrueForAll(study => study.Design is StudyDesign.OpenLabelTrial or StudyDesign.SingleArmCohort))
        {
            return StatementStrength.ReportedWithoutControlGroup;
        }

        // Groups of known size, one of which is not small.
        if (
            groups.TrueForAll(group => group.Any(study => study.SampleSize is not null))
            && people.Exists(study => study.SampleSize >= 100)
        )
        {
            return StatementStrength.ReportedInTrials;
        }

        return groups.Count == 1 ? StatementStrength.ReportedInOneSmallTrial : StatementStrength.ReportedInSmallTrials;
    }

    private static Gen<TEnum> Any<TEnum>()
        where TEnum : struct, Enum => Of(Enum.GetValues<TEnum>());

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
