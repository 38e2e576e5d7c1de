using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Rows;

internal sealed class ClaimRow : CatalogueRow
{
    public required ClaimKind Kind { get; init; }

    public required string Statement { get; init; }

    public required string OutcomeId { get; init; }

    public required ClaimDirection Direction { get; init; }

    public required EvidenceLevel EvidenceLevel { get; init; }

    /// <summary>The level's rank: 1 is the strongest.</summary>
    public required int EvidenceRank { get; init; }

    public required string LevelRule { get; init; }

    public required bool LevelIsMeaningful { get; init; }

    public required SourceFidelity FidelityToSource { get; init; }

    public required DocumentFidelity FidelityToDocument { get; init; }

    /// <summary>The kinds of toSource's differences in kebab-case, with commas between them; empty where there are none, null in releases that knew none.</summary>
    public string? Differences { get; init; }

    /// <summary>The day on which fidelity to the source was judged.</summary>
    public DateOnly? CheckedOn { get; init; }

    public EvidenceLevel? ImpliedLevel { get; init; }

    public LevelGap? LevelGap { get; init; }

    public InterventionMatch? InterventionMatch { get; init; }

    public required string SourceDocumentId { get; init; }

    public required string LocatorSection { get; init; }

    public required string LocatorPosition { get; init; }

    public ICollection<ClaimConditionRow> Conditions { get; init; } = [];

    public ICollection<ClaimMechanismRow> Mechanisms { get; init; } = [];

    public ICollection<CitationRow> Citations { get; init; } = [];

    /// <summary>The row of a record, from its body.</summary>
    public static ClaimRow From(int release, int position, ClaimResponse claim) =>
        new()
        {
            ReleaseNumber = release,
            Id = claim.Id,
            Position = position,
            Kind = claim.Kind,
            Statement = claim.Statement,
            OutcomeId = claim.Outcome.Id,
            Direction = claim.Direction,
            EvidenceLevel = claim.EvidenceLevel,
            EvidenceRank = (int)claim.EvidenceLevel + 1,
            LevelRule = claim.LevelTrace.Rule,
            LevelIsMeaningful = claim.LevelIsMeaningful,
            FidelityToSource = claim.Fidelity.ToSource.Label,
            FidelityToDocument = claim.Fidelity.ToDocument.Label,
            Differences = string.Join(',', claim.Fidelity.ToSource.Differences.Select(KebabCase<Difference>.Of)),
            CheckedOn = claim.Fidelity.ToSource.Checked?.On,
            ImpliedLevel = claim.ImpliedLevel,
            LevelGap = claim.LevelGap,
            InterventionMatch = claim.InterventionMatch,
            SourceDocumentId = claim.Locator.Document,
            LocatorSection = claim.Locator.Section,
            LocatorPosition = claim.Locator.Position,
            Conditions =
            [
                .. claim.Conditions.Select(condition => new ClaimConditionRow
                {
                    ReleaseNumber = release,
                    ClaimId = claim.Id,
                    ConditionId = condition.Id,
                }),
            ],
            Mechanisms =
            [
                .. claim.Mechanisms.Select(mechanism => new ClaimMechanismRow
                {
                    ReleaseNumber = release,
                    ClaimId = claim.Id,
                    MechanismId = mechanism.Id,
                }),
            ],
            Citations =
            [
                .. claim.Citations.Select(citation => new CitationRow
                {
                    ReleaseNumber = release,
                    ClaimId = claim.Id,
                    StudyId = citation.Study.Id,
                    Relation = citation.Relation,
                    ReportsOutcome = citation.ReportsOutcome,
                    Note = citation.Note,
                }),
            ],
        };
}

internal sealed class ClaimConditionRow
{
    public required int ReleaseNumber { get; init; }

    public required string ClaimId { get; init; }

    public required string ConditionId { get; init; }
}

internal sealed class ClaimMechanismRow
{
    public required int ReleaseNumber { get; init; }

    public required string ClaimId { get; init; }

    public required string MechanismId { get; init; }
}
