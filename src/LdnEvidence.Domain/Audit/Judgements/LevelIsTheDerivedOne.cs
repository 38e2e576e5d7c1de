using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>The level that a curator expects is the one that the decision table gives.</summary>
public sealed class LevelIsTheDerivedOne : IInvariant
{
    /// <inheritdoc/>
    public string Id => "level-is-the-derived-one";

    /// <inheritdoc/>
    public string Sentence => "Where a claim states an expected level, the decision table derives that level.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        foreach (var claim in catalogue.Claims)
        {
            // A citation of a study that does not exist is a fault of its own; the level cannot be judged until it is mended.
            if (claim.Citations.Any(citation => catalogue.Study(citation.Study) is null))
            {
                continue;
            }

            var trace = catalogue.LevelOf(claim);
            if (claim.ExpectedLevel is { } expected && expected != trace.Level)
            {
                yield return new Fault(
                    "claims.json",
                    claim.Id.Value,
                    "expectedLevel",
                    $"It says '{KebabCase<EvidenceLevel>.Of(expected)}', but rule {trace.Rule.Id} gives '{KebabCase<EvidenceLevel>.Of(trace.Level)}'.",
                    "Correct reportsOutcome in the citations, or design or standing in studies.json, where they are wrong; otherwise expect the level that the rule gives."
                );
            }
        }
    }
}
