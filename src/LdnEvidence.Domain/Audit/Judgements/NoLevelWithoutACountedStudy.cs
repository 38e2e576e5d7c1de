using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>Whatever the decision table gives, a claim above anecdotal has a study in people to show for it.</summary>
public sealed class NoLevelWithoutACountedStudy : IInvariant
{
    /// <inheritdoc/>
    public string Id => "no-level-without-a-counted-study";

    /// <inheritdoc/>
    public string Sentence =>
        "A claim above anecdotal has at least one counted study that was done in people, still stands and reports the outcome.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        foreach (var claim in catalogue.Claims)
        {
            var trace = catalogue.LevelOf(claim);
            if (trace.Level != EvidenceLevel.Anecdotal && !trace.Counted.Any(id => Carries(claim, id, catalogue)))
            {
                yield return new Fault(
                    "claims.json",
                    claim.Id.Value,
                    "citations",
                    $"Its level is '{KebabCase<EvidenceLevel>.Of(trace.Level)}', but no counted study was done in people, still stands and reports the outcome.",
                    "Correct reportsOutcome in the citation, or design and setting of the study in studies.json."
                );
            }
        }
    }

    /// <summary>Looks at the records themselves and not at the table, so that a wrong row of it would be noticed.</summary>
    private static bool Carries(Claim claim, Slug id, Catalogue catalogue) =>
        catalogue.Study(id) is { Setting: StudySetting.Human, Standing: not StudyStanding.Retracted }
        && claim.Citations.Any(citation => citation.Study == id && citation.ReportsOutcome);
}
