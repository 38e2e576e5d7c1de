namespace LdnEvidence.Domain.Wording;

/// <summary>Writes the sentence to show: who says it, and what its sources say of it.</summary>
internal static class DisplaySentence
{
    /// <summary>Writes the sentence of a claim.</summary>
    public static string Of(Claim claim, Evidence evidence, Catalogue catalogue)
    {
        if (evidence.Kind == EvidenceKind.None)
        {
            return $"{Clause.OnThePage(claim.Statement)}; {Verdict(claim, catalogue)}.";
        }

        var studies = StudyNouns.Of(evidence);
        if (claim.Fidelity.ToSource.Label == SourceFidelity.PartlySupported)
        {
            return $"{Clause.OnThePage(claim.Statement)}; {studies.Text} {studies.Verb("bear", "bears")} it out only in part.";
        }

        return Clause.Reported(claim.Statement) is { } reported
            ? $"In {studies.Text}, {reported}."
            : $"{Clause.OnThePage(claim.Statement)}; in {studies.Text}, the same was reported.";
    }

    private static string Verdict(Claim claim, Catalogue catalogue)
    {
        var (label, basis) = (claim.Fidelity.ToSource.Label, claim.Fidelity.ToSource.Basis);
        if (label == SourceFidelity.NothingCited)
        {
            return "the page cites nothing for it";
        }

        if (basis == FidelityBasis.CitedStudy && claim.Citations.Count > 0)
        {
            return VerdictOf(StudyNouns.OfCited(Named(claim, catalogue)), claim);
        }

        var source = new NounPhrase("the source it was compared with", IsPlural: false);
        var verdict =
            basis == FidelityBasis.None ? "whether any source says so has not been checked" : VerdictOf(source, claim);
        return claim.Citations.Count == 0
            ? $"the page cites nothing for it, {(label == SourceFidelity.Supported ? "but" : "and")} {verdict}"
            : $"beyond what the page cites, {verdict}";
    }

    private static string VerdictOf(NounPhrase source, Claim claim) =>
        claim.Fidelity.ToSource.Label switch
        {
            SourceFidelity.Supported when source.IsRetracted =>
                $"{source.Text} for it {source.Verb("have", "has")} been retracted",
            SourceFidelity.Supported => $"{source.Text} {source.Verb("say", "says")} so too",
            SourceFidelity.PartlySupported => $"{source.Text} {source.Verb("say", "says")} so only in part",
            SourceFidelity.NotSupported => $"{source.Text} {source.Verb("do", "does")} not say so",
            SourceFidelity.Contradicted when IsReversed(claim) =>
                $"{source.Text} {source.Verb("report", "reports")} the opposite",
            SourceFidelity.Contradicted => $"{source.Text} {source.Verb("say", "says")} otherwise",
            _ => $"whether {source.Text} {source.Verb("say", "says")} so has not been checked",
        };

    /// <summary>The studies that the verdict is about: those that contradict where that is the verdict, and those that bear on the claim before mere background.</summary>
    private static List<Study> Named(Claim claim, Catalogue catalogue)
    {
        var cited = claim
            .Citations.Select(citation => (citation.Relation, Study: catalogue.Study(citation.Study)))
            .Where(link => link.Study is not null)
            .ToList();
        var wanted = cited.FindAll(link =>
            claim.Fidelity.ToSource.Label switch
            {
                SourceFidelity.Contradicted => link.Relation == CitationRelation.Contradicts,
                SourceFidelity.Supported => link.Relation == CitationRelation.Supports,
                SourceFidelity.PartlySupported => link.Relation is CitationRelation.Supports or CitationRelation.Mixed,
                _ => link.Relation != CitationRelation.Background,
            }
        );
        return [.. (wanted.Count > 0 ? wanted : cited).Select(link => link.Study!).Distinct()];
    }

    private static bool IsReversed(Claim claim) =>
        claim.Direction != ClaimDirection.NotApplicable
        && (
            claim.Fidelity.ToSource.Differences.Count == 0
            || claim.Fidelity.ToSource.Differences.Contains(Difference.DirectionReversed)
        );
}
