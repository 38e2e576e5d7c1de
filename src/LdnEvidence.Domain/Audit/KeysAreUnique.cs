using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit;

/// <summary>No two records of a file have the same key.</summary>
public sealed class KeysAreUnique : IInvariant
{
    /// <inheritdoc/>
    public string Id => "keys-are-unique";

    /// <inheritdoc/>
    public string Sentence => "No two conditions, mechanisms, outcomes, studies or claims have the same id.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. Repeated("conditions.json", catalogue.Conditions.Select(record => record.Id)),
            .. Repeated("mechanisms.json", catalogue.Mechanisms.Select(record => record.Id)),
            .. Repeated("outcomes.json", catalogue.Outcomes.Select(record => record.Id)),
            .. Repeated("studies.json", catalogue.Studies.Select(record => record.Id)),
            .. Repeated("claims.json", catalogue.Claims.Select(record => record.Id)),
        ];

    private static IEnumerable<Fault> Repeated(string file, IEnumerable<Slug> ids) =>
        ids.GroupBy(id => id)
            .Where(group => group.Skip(1).Any())
            .Select(group => new Fault(
                file,
                group.Key.Value,
                "id",
                $"{group.Count()} records have this id.",
                "Give each record of the file an id of its own."
            ));
}
