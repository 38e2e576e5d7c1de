namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>Every outcome has its place in the coverage of the catalogue.</summary>
public sealed class OutcomesHaveADomain : IInvariant
{
    /// <inheritdoc/>
    public string Id => "outcomes-have-a-domain";

    /// <inheritdoc/>
    public string Sentence => "Every outcome belongs to a domain.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue
            .Outcomes.Where(outcome => outcome.Domain is null)
            .Select(outcome => new Fault(
                "outcomes.json",
                outcome.Id.Value,
                "domain",
                "It is empty.",
                "Name the part of health that the outcome belongs to, or 'practice' where it is none."
            ));
}
