using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data.Changes;

/// <summary>Says what became of claims since the releases that they were taken from. Opens none of those: each record is read by its id.</summary>
internal sealed class DisplayedClaims(CatalogueReads reads, int now)
{
    private readonly StudyStandings _standings = new(
        (release, study) => reads.Document(Collection.Studies, release, study)
    );

    public ClaimImpactResponse Of(DisplayedClaim displayed)
    {
        var before = reads.Document(Collection.Claims, displayed.Release, displayed.Claim);
        if (before is null)
        {
            return Answer(displayed, ImpactKind.Unknown);
        }

        var then = RecordChange.Claim(before);
        var retracted = then
            .LevelTrace.CountedStudies.Where(study => _standings.IsRetracted(now, study) == true)
            .ToList();
        var answer = Answer(displayed, ImpactKind.Gone) with
        {
            Changes = [ChangeKind.Removed],
            Level = new LevelThenAndNow(then.EvidenceLevel, Now: null),
            Fidelity = new FidelityThenAndNow(FidelityLabels.Of(then.Fidelity), Now: null),
            Retracted = retracted,
        };
        return reads.Document(Collection.Claims, now, displayed.Claim) is { } after
            ? Compare(answer, before, after)
            : answer;
    }

    private ClaimImpactResponse Compare(ClaimImpactResponse answer, byte[] before, byte[] after)
    {
        var (then, latest) = (RecordChange.Claim(before), RecordChange.Claim(after));
        IReadOnlyList<ChangeKind> changes = before.AsSpan().SequenceEqual(after)
            ? []
            : new RecordChange(study => _standings.Move(answer.Release, now, study))
                .Between(Collection.Claims, answer.Claim, before, after)
                .Changes;
        return answer with
        {
            Impact = Gravest(then, latest, answer.Retracted, changes),
            Changes = changes,
            Level = new LevelThenAndNow(then.EvidenceLevel, latest.EvidenceLevel),
            Fidelity = new FidelityThenAndNow(FidelityLabels.Of(then.Fidelity), FidelityLabels.Of(latest.Fidelity)),
            Link = $"{Address.Of(Address.Claims)}/{answer.Claim}?release={now}",
        };
    }

    private static ImpactKind Gravest(
        ClaimResponse then,
        ClaimResponse latest,
        IReadOnlyList<string> retracted,
        IReadOnlyList<ChangeKind> changes
    ) =>
        latest.Fidelity.ToSource.Label == SourceFidelity.Contradicted
        && then.Fidelity.ToSource.Label != SourceFidelity.Contradicted
            ? ImpactKind.Contradicted
        : retracted.Count > 0 ? ImpactKind.Retracted
        : changes.Contains(ChangeKind.LevelLowered) ? ImpactKind.Lowered
        : changes.Contains(ChangeKind.LevelRaised) ? ImpactKind.Raised
        : changes.Contains(ChangeKind.Reworded) ? ImpactKind.Reworded
        : changes.Count > 0 ? ImpactKind.Changed
        : ImpactKind.Unchanged;

    private static ClaimImpactResponse Answer(DisplayedClaim displayed, ImpactKind impact) =>
        new()
        {
            Claim = displayed.Claim,
            Release = displayed.Release,
            Impact = impact,
            Changes = [],
            Level = null,
            Fidelity = null,
            Retracted = [],
            Link = null,
        };
}
