using LdnEvidence.Domain;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>What claims need to know of a generated study.</summary>
internal static class SyntheticStudy
{
    private static readonly StudyDesign[] Trials =
    [
        StudyDesign.RandomizedCrossoverTrial,
        StudyDesign.RandomizedParallelTrial,
        StudyDesign.SingleBlindCrossoverTrial,
        StudyDesign.OpenLabelTrial,
        StudyDesign.SingleArmCohort,
    ];

    public static StudyDesign Design(int study) =>
        (study % 4) switch
        {
            0 => Trials[study / 4 % Trials.Length],
            1 => study / 4 % 2 == 0 ? StudyDesign.CaseSeries : StudyDesign.CaseReport,
            2 => StudyDesign.NarrativeReview,
            _ => StudyDesign.InVitro,
        };

    public static StudySetting Setting(int study) =>
        (study % 4) switch
        {
            2 => StudySetting.Literature,
            3 => StudySetting.Laboratory,
            _ => StudySetting.Human,
        };

    public static StudyStanding Standing(int study) =>
        (study % 50) switch
        {
            46 => StudyStanding.Corrected,
            47 => StudyStanding.Concern,
            48 or 49 => StudyStanding.Retracted,
            _ => StudyStanding.Current,
        };

    /// <summary>The level that this study's report of an outcome gives.</summary>
    public static EvidenceLevel LevelGiven(int study) =>
        (study % 4, Standing(study)) switch
        {
            (0, not StudyStanding.Retracted) => EvidenceLevel.PilotTrial,
            (1, not StudyStanding.Retracted) => EvidenceLevel.CaseSeries,
            _ => EvidenceLevel.Anecdotal,
        };

    /// <summary>A study whose report of an outcome gives this level: pilot trial or case series.</summary>
    public static int Giving(EvidenceLevel level, int studies, ref Draw draw)
    {
        var kind = level == EvidenceLevel.PilotTrial ? 0 : 1;
        var study = (draw.Below(studies / 4) * 4) + kind;
        return LevelGiven(study) == level ? study : kind;
    }
}
