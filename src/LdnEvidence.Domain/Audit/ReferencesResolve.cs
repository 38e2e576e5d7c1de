using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit;

/// <summary>Every key that a record names belongs to a record.</summary>
public sealed class ReferencesResolve : IInvariant
{
    /// <inheritdoc/>
    public string Id => "references-resolve";

    /// <inheritdoc/>
    public string Sentence => "Every condition, mechanism, outcome and study that a record names exists.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        foreach (var condition in catalogue.Conditions)
        {
            if (condition.Broader is { } broader && catalogue.Condition(broader) is null)
            {
                yield return Dangling("conditions.json", condition.Id, "broader", broader, "conditions.json");
            }
        }

        foreach (var claim in catalogue.Claims)
        {
            foreach (var fault in OfClaim(catalogue, claim))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> OfClaim(Catalogue catalogue, Claim claim)
    {
        foreach (var (index, id) in claim.Conditions.Index())
        {
            if (catalogue.Condition(id) is null)
            {
                yield return Dangling("claims.json", claim.Id, $"conditions[{index}]", id, "conditions.json");
            }
        }

        foreach (var (index, id) in claim.Mechanisms.Index())
        {
            if (catalogue.Mechanism(id) is null)
            {
                yield return Dangling("claims.json", claim.Id, $"mechanisms[{index}]", id, "mechanisms.json");
            }
        }

        if (catalogue.Outcome(claim.Outcome) is null)
        {
            yield return Dangling("claims.json", claim.Id, "outcome", claim.Outcome, "outcomes.json");
        }

        foreach (var (index, citation) in claim.Citations.Index())
        {
            if (catalogue.Study(citation.Study) is null)
            {
                yield return Dangling(
                    "claims.json",
                    claim.Id,
                    $"citations[{index}].study",
                    citation.Study,
                    "studies.json"
                );
            }
        }
    }

    private static Fault Dangling(string file, Slug record, string field, Slug named, string home) =>
        new(
            file,
            record.Value,
            field,
            $"'{named}' does not exist.",
            $"Name the id of a record in {home}, or add it there."
        );
}
