using LdnEvidence.Domain;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>What one generated study says on a generated claim.</summary>
internal sealed record SyntheticCitation(int Study, CitationRelation Relation, bool ReportsOutcome);

/// <summary>One generated claim but for its texts. Every audit rule holds for it.</summary>
internal sealed record SyntheticClaim(
    int Number,
    ClaimKind Kind,
    ClaimDirection Direction,
    EvidenceLevel Level,
    SourceFidelity Fidelity,
    IReadOnlyList<int> Conditions,
    int Mechanism,
    int Outcome,
    IReadOnlyList<SyntheticCitation> Citations
)
{
    private static readonly ClaimKind[] Kinds =
    [
        ClaimKind.Efficacy,
        ClaimKind.Efficacy,
        ClaimKind.Efficacy,
        ClaimKind.Efficacy,
        ClaimKind.Efficacy,
        ClaimKind.Mechanism,
        ClaimKind.Mechanism,
        ClaimKind.Safety,
        ClaimKind.Usage,
        ClaimKind.Regulatory,
    ];

    private static readonly ClaimDirection[] Changes =
    [
        ClaimDirection.Improves,
        ClaimDirection.Increases,
        ClaimDirection.Decreases,
        ClaimDirection.Worsens,
        ClaimDirection.NoEffect,
    ];

    private static readonly SourceFidelity[] Labels =
    [
        SourceFidelity.Supported,
        SourceFidelity.Supported,
        SourceFidelity.PartlySupported,
        SourceFidelity.PartlySupported,
        SourceFidelity.NotSupported,
        SourceFidelity.Contradicted,
        SourceFidelity.NotChecked,
    ];

    public static SyntheticClaim Of(Scale scale, int number)
    {
        var draw = new Draw(Draw.Sequence.Claim, number);
        var kind = draw.Of(Kinds);
        var level = draw.Below(5) switch
        {
            0 => EvidenceLevel.PilotTrial,
            1 => EvidenceLevel.CaseSeries,
            _ => EvidenceLevel.Anecdotal,
        };
        var label = draw.Of(Labels);
        var citations = Cite(scale, number, level, label, ref draw);
        return new SyntheticClaim(
            number,
            kind,
            kind switch
            {
                ClaimKind.Usage or ClaimKind.Regulatory => ClaimDirection.NotApplicable,
                ClaimKind.Safety => ClaimDirection.AdverseEffect,
                _ => draw.Of(Changes),
            },
            level,
            citations.Count == 0 ? SourceFidelity.NothingCited : label,
            PickConditions(scale, number, ref draw),
            // The first claims name one record each, so that none is left without a claim.
            number < scale.Mechanisms
                ? number
                : draw.Skewed(scale.Mechanisms),
            number < scale.Outcomes ? number : draw.Skewed(scale.Outcomes),
            citations
        );
    }

    private static List<int> PickConditions(Scale scale, int number, ref Draw draw)
    {
        var first = number < scale.Conditions ? number : draw.Skewed(scale.Conditions);
        var second = draw.Skewed(scale.Conditions);
        return draw.Percent(50) && second != first ? [first, second] : [first];
    }

    private static List<SyntheticCitation> Cite(
        Scale scale,
        int number,
        EvidenceLevel level,
        SourceFidelity label,
        ref Draw draw
    )
    {
        if (level == EvidenceLevel.Anecdotal && number >= scale.Studies && draw.Percent(15))
        {
            return [];
        }

        var cited = new List<SyntheticCitation>();
        if (level != EvidenceLevel.Anecdotal)
        {
            cited.Add(
                new SyntheticCitation(SyntheticStudy.Giving(level, scale.Studies, ref draw), Reported(label), true)
            );
        }

        // Each study is at home with the claims whose number leaves its own, so that none is left without a claim.
        Add(number % scale.Studies, draw.Percent(50));
        if (draw.Percent(50))
        {
            Add(draw.Below(scale.Studies), false);
        }

        return cited;

        void Add(int study, bool reports)
        {
            var given = SyntheticStudy.LevelGiven(study);
            reports &= given != EvidenceLevel.Anecdotal && given >= level;
            if (cited.TrueForAll(citation => citation.Study != study))
            {
                cited.Add(
                    new SyntheticCitation(study, reports ? Reported(label) : CitationRelation.Background, reports)
                );
            }
        }
    }

    private static CitationRelation Reported(SourceFidelity label) =>
        label switch
        {
            SourceFidelity.Supported => CitationRelation.Supports,
            SourceFidelity.Contradicted => CitationRelation.Contradicts,
            _ => CitationRelation.Mixed,
        };
}
