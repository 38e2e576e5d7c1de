using LdnEvidence.Domain.Derived;

namespace LdnEvidence.Domain.Wording;

/// <summary>In what a claim's outcome was studied.</summary>
internal enum EvidenceKind
{
    /// <summary>In nothing that may be told as evidence.</summary>
    None,

    /// <summary>In the laboratory.</summary>
    Cells,

    /// <summary>In treated patients whose course is described.</summary>
    Cases,

    /// <summary>In people who all received the drug by plan.</summary>
    Uncontrolled,

    /// <summary>In people of whom some received a control, in at least one of the studies.</summary>
    Trials,
}

/// <summary>The studies whose report of the outcome may be told, and what they are together.</summary>
/// <param name="Kind">In what the outcome was studied.</param>
/// <param name="Studies">The studies.</param>
/// <param name="Groups">How many different groups of people they studied.</param>
/// <param name="People">How many people these were; null where that is not known.</param>
internal sealed record Evidence(EvidenceKind Kind, IReadOnlyList<Study> Studies, int Groups, int? People)
{
    /// <summary>Below how many people a study is called small.</summary>
    public const int SmallBelow = 100;

    private static readonly Evidence Nothing = new(EvidenceKind.None, [], 0, null);

    /// <summary>Whether every size is known and none reaches <see cref="SmallBelow"/>.</summary>
    public bool IsSmall => People is not null && Studies.All(study => study.SampleSize < SmallBelow);

    /// <summary>
    /// The strongest that a sentence about the claim may be: no more than "said" where the source was not checked, does not say so or says the opposite,
    /// or where the subject is not an effect; no more than "only in part" where the source says only part.
    /// </summary>
    public static StatementStrength Allowed(Claim claim, Assessment assessment, Catalogue catalogue)
    {
        var evidence = Of(claim, assessment, catalogue);
        return claim.Fidelity.ToSource.Label == SourceFidelity.PartlySupported ? StatementStrength.PartlyReported
            : evidence.Kind == EvidenceKind.None ? StatementStrength.Said
            : evidence.Strength;
    }

    /// <summary>The evidence that may be told for a claim.</summary>
    public static Evidence Of(Claim claim, Assessment assessment, Catalogue catalogue)
    {
        var speaking = Speaking(claim, catalogue).Where(study => study.Standing != StudyStanding.Retracted).ToList();
        if (
            !claim.LevelIsMeaningful
            || claim.Fidelity.ToSource.Basis != FidelityBasis.CitedStudy
            || speaking.Count == 0
        )
        {
            return Nothing;
        }

        var counted = speaking
            .Where(study => study.Setting == StudySetting.Human && assessment.Trace.Counted.Contains(study.Id))
            .ToList();
        if (counted.Count > 0)
        {
            var (groups, people) = Assessment.PeopleOf(counted);
            return new Evidence(KindOf(assessment.Trace.Level, counted), counted, groups, people);
        }

        return speaking.TrueForAll(IsLaboratory)
            ? new Evidence(EvidenceKind.Cells, speaking, speaking.Count, null)
            : Nothing;
    }

    /// <summary>The cited studies that speak for the claim as far as its fidelity says that they do; those that were retracted too.</summary>
    public static IEnumerable<Study> Speaking(Claim claim, Catalogue catalogue) =>
        claim
            .Citations.Where(citation =>
                claim.Fidelity.ToSource.Label switch
                {
                    SourceFidelity.Supported => citation.Relation == CitationRelation.Supports,
                    SourceFidelity.PartlySupported => citation.Relation
                        is CitationRelation.Supports
                            or CitationRelation.Mixed,
                    _ => false,
                }
            )
            .Select(citation => catalogue.Study(citation.Study))
            .OfType<Study>()
            .Distinct();

    /// <summary>Whether a study was done in the laboratory.</summary>
    public static bool IsLaboratory(Study study) =>
        study.Setting == StudySetting.Laboratory || study.Design == StudyDesign.InVitro;

    /// <summary>How strong a report in these studies is.</summary>
    private StatementStrength Strength =>
        Kind switch
        {
            EvidenceKind.Cells => StatementStrength.ReportedInCells,
            EvidenceKind.Cases when Groups == 1 && Studies.All(OfOneCase) => StatementStrength.ReportedInOneCase,
            EvidenceKind.Cases => StatementStrength.ReportedInCases,
            EvidenceKind.Uncontrolled => StatementStrength.ReportedWithoutControlGroup,
            EvidenceKind.Trials when People is not null && !IsSmall => StatementStrength.ReportedInTrials,
            EvidenceKind.Trials => Groups == 1
                ? StatementStrength.ReportedInOneSmallTrial
                : StatementStrength.ReportedInSmallTrials,
            _ => StatementStrength.Said,
        };

    private static EvidenceKind KindOf(EvidenceLevel level, List<Study> counted) =>
        level == EvidenceLevel.CaseSeries ? EvidenceKind.Cases
        : counted.Exists(study => study.Design is not (StudyDesign.OpenLabelTrial or StudyDesign.SingleArmCohort))
            ? EvidenceKind.Trials
        : EvidenceKind.Uncontrolled;

    private static bool OfOneCase(Study study) => study is { Design: StudyDesign.CaseReport, SampleSize: null or 1 };
}
