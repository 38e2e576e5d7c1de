using LdnEvidence.Domain.Derived;

namespace LdnEvidence.Domain.Wording;

/// <summary>Writes what has to be shown beside the sentence: the two weightiest reservations.</summary>
internal static class DisplayCaveat
{
    private const int AtMost = 2;

    /// <summary>Writes the caveat of a claim.</summary>
    public static string Of(Claim claim, Assessment assessment, Evidence evidence, Catalogue catalogue) =>
        string.Join(' ', Reservations(claim, assessment, evidence, catalogue).Take(AtMost));

    private static IEnumerable<string> Reservations(
        Claim claim,
        Assessment assessment,
        Evidence evidence,
        Catalogue catalogue
    )
    {
        var label = claim.Fidelity.ToSource.Label;
        var cited = claim.Citations.Select(citation => catalogue.Study(citation.Study)).OfType<Study>().ToList();
        if (cited.Exists(study => study.Standing == StudyStanding.Retracted))
        {
            yield return "A cited study was retracted and no longer counts.";
        }

        if (!claim.LevelIsMeaningful)
        {
            yield return claim.Kind switch
            {
                ClaimKind.Regulatory =>
                    "This is about what an authority has approved, not about an effect, and is not to be read as evidence of one.",
                ClaimKind.Usage =>
                    "This is about how the drug is used, not about an effect, and is not to be read as evidence of one.",
                _ => "This names no effect and is not to be read as evidence of one.",
            };
        }

        if (claim.Correction is { } correction)
        {
            yield return $"Correction: {correction.TrimEnd('.')}.";
        }

        if (label is SourceFidelity.Contradicted or SourceFidelity.NotSupported && assessment.Trace.Counted.Count > 0)
        {
            yield return "The evidence level says what kind of study exists, not that its result was favourable.";
        }

        if (cited.Exists(study => study.Standing == StudyStanding.Concern))
        {
            yield return "An expression of concern was published about a cited study.";
        }

        if (
            label != SourceFidelity.Contradicted
            && claim.Citations.Any(citation => citation.Relation == CitationRelation.Contradicts)
        )
        {
            yield return "Another cited work speaks against it.";
        }

        if (
            evidence.Kind is EvidenceKind.Cases or EvidenceKind.Uncontrolled or EvidenceKind.Trials
            && claim.Fidelity.ToSource.Differences.Contains(Difference.OtherPopulation)
        )
        {
            yield return "Not all of these people had what the claim is about.";
        }

        if (claim.Fidelity.ToDocument.Label == DocumentFidelity.Broadened)
        {
            yield return "The catalogue's sentence is broader than the page's own words.";
        }

        yield return OfTheEvidence(claim, evidence, catalogue);
    }

    private static string OfTheEvidence(Claim claim, Evidence evidence, Catalogue catalogue) =>
        evidence.Kind switch
        {
            EvidenceKind.Cells => "Cells in a dish were studied; nobody was treated.",
            EvidenceKind.Cases =>
                "There was nobody to compare these patients with, so it is not known whether the drug was the cause.",
            EvidenceKind.Uncontrolled =>
                "There was no control group, so it is not known whether the drug was the cause.",
            EvidenceKind.Trials when claim.Kind == ClaimKind.Safety && evidence.IsSmall =>
                "With so few people, rare effects can go unnoticed.",
            EvidenceKind.Trials when evidence.IsSmall => "So few people cannot rule out chance.",
            EvidenceKind.Trials => "The level says what kind of study exists, not how large or lasting the change was.",
            _ => OfTheSource(claim, catalogue),
        };

    private static string OfTheSource(Claim claim, Catalogue catalogue)
    {
        var bearing = claim
            .Citations.Where(citation => citation.Relation != CitationRelation.Background)
            .Select(citation => catalogue.Study(citation.Study))
            .OfType<Study>()
            .ToList();
        return claim.Fidelity.ToSource.Label switch
        {
            SourceFidelity.NothingCited => "Without a source, nobody can see what it rests on.",
            SourceFidelity.NotChecked => "The passage could not be read.",
            _ when claim.Fidelity.ToSource.Basis != FidelityBasis.CitedStudy =>
                "What it was compared with is not a source of the page's own.",
            _ when bearing.Count > 0 && bearing.TrueForAll(StudyNouns.IsReview) =>
                "A review discusses the work of others and measures nothing itself.",
            _ when bearing.Exists(Evidence.IsLaboratory) => "Only cells in a dish were studied there.",
            _ => "The catalogue repeats what the page says and does not endorse it.",
        };
    }
}
