using LdnEvidence.Domain.Derived;

namespace LdnEvidence.Domain.Wording;

/// <summary>What an app may show of a claim, with the hedge that its level and fidelity demand. It follows from the data alone.</summary>
/// <param name="Text">The sentence to show.</param>
/// <param name="Caveat">What to show with it, in one sentence or two.</param>
/// <param name="MustNotSay">Phrases that would say more than is known; the text has none of them.</param>
public sealed record Display(string Text, string Caveat, IReadOnlyList<string> MustNotSay)
{
    /// <summary>Words a claim.</summary>
    public static Display Of(Claim claim, Assessment assessment, Catalogue catalogue)
    {
        var evidence = Evidence.Of(claim, assessment, catalogue);
        return new Display(
            DisplaySentence.Of(claim, evidence, catalogue),
            DisplayCaveat.Of(claim, assessment, evidence, catalogue),
            MustNotSayOf(claim, assessment, catalogue)
        );
    }

    /// <summary>The strongest that any sentence about the claim may be.</summary>
    public static StatementStrength Allowed(Claim claim, Assessment assessment, Catalogue catalogue) =>
        Evidence.Allowed(claim, assessment, catalogue);

    /// <summary>What must not be said of a claim: what its level forbids, and what its fidelity forbids besides.</summary>
    public static IReadOnlyList<string> MustNotSayOf(Claim claim, Assessment assessment, Catalogue catalogue)
    {
        var evidence = Evidence.Of(claim, assessment, catalogue);
        IEnumerable<string> phrases =
        [
            .. EvidenceLevels.Definition(assessment.Trace.Level).WordingNotToUse,
            .. evidence.Kind == EvidenceKind.None ? ["was reported to", "in one small trial", "in a case series"]
            : evidence.Kind == EvidenceKind.Uncontrolled ? (string[])["compared with placebo", "controlled trial"]
            : [],
            .. OfFidelity(claim.Fidelity.ToSource.Label),
            .. assessment.IsOfOtherInterventions ? (string[])["LDN alone", "naltrexone alone"] : [],
            .. claim.LevelIsMeaningful ? [] : (string[])["evidence for", "evidence that"],
        ];
        return [.. phrases.Distinct(StringComparer.Ordinal)];
    }

    private static string[] OfFidelity(SourceFidelity label) =>
        label switch
        {
            SourceFidelity.Contradicted or SourceFidelity.NotSupported =>
            [
                "according to the study",
                "supported by",
                "backed by",
            ],
            SourceFidelity.NotChecked => ["according to the study", "verified"],
            SourceFidelity.NothingCited => ["according to a study", "according to research"],
            SourceFidelity.PartlySupported => ["fully supported"],
            _ => [],
        };
}
