using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit;

/// <summary>The chain of broader conditions ends.</summary>
public sealed class BroaderConditionsEnd : IInvariant
{
    /// <inheritdoc/>
    public string Id => "broader-conditions-end";

    /// <inheritdoc/>
    public string Sentence => "No condition is broader than itself, directly or through others.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue
            .Conditions.Where(condition => LeadsBack(catalogue, condition))
            .Select(condition => new Fault(
                "conditions.json",
                condition.Id.Value,
                "broader",
                "Following the broader conditions leads back to this one.",
                "Name a condition that is really broader, or leave the field out."
            ));

    private static bool LeadsBack(Catalogue catalogue, Condition start)
    {
        var seen = new HashSet<Slug>();
        var next = start.Broader;
        while (next is { } id && seen.Add(id))
        {
            next = catalogue.Condition(id)?.Broader;
        }

        return seen.Contains(start.Id);
    }
}
