namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>Of every condition the catalogue says what evidence there is, or that there is none.</summary>
public sealed class ConditionsAreCovered : IInvariant
{
    /// <inheritdoc/>
    public string Id => "conditions-are-covered";

    /// <inheritdoc/>
    public string Sentence =>
        "Every condition is named by a claim with a counted study, or has a record of what was looked for and not found.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        var covered = catalogue
            .Claims.Where(claim => HasEvidence(claim, catalogue))
            .SelectMany(claim => claim.Conditions)
            .ToHashSet();
        return catalogue
            .Conditions.Where(condition => condition.Absences.Count == 0 && !covered.Contains(condition.Id))
            .Select(condition => new Fault(
                "conditions.json",
                condition.Id.Value,
                "absences",
                "No claim that names this condition has a counted study, and nothing says that there is none.",
                "Add what was looked for, where, when and by whom to absences, or cite the study in claims.json."
            ));
    }

    /// <summary>A citation of a study that does not exist is a fault of its own; until it is mended the claim is taken to have evidence.</summary>
    private static bool HasEvidence(Claim claim, Catalogue catalogue) =>
        catalogue.LevelOf(claim).Counted.Count > 0
        || claim.Citations.Any(citation => catalogue.Study(citation.Study) is null);
}
