using LdnEvidence.Api.Data.Rows;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>The rows of the records of one release with the rows below them, each kind in the order of its positions.</summary>
internal interface IReleaseRows
{
    IEnumerable<EvidenceLevelRow> EvidenceLevels { get; }

    IEnumerable<ConditionRow> Conditions { get; }

    IEnumerable<MechanismRow> Mechanisms { get; }

    IEnumerable<OutcomeRow> Outcomes { get; }

    IEnumerable<StudyRow> Studies { get; }

    IEnumerable<ClaimRow> Claims { get; }

    /// <summary>Each condition with each that is broader, near or far.</summary>
    IEnumerable<NarrowerConditionRow> NarrowerConditions { get; }
}
