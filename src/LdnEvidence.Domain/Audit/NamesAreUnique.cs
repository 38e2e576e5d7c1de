namespace LdnEvidence.Domain.Audit;

/// <summary>No two records of a kind go by the same name.</summary>
public sealed class NamesAreUnique : IInvariant
{
    /// <inheritdoc/>
    public string Id => "names-are-unique";

    /// <inheritdoc/>
    public string Sentence => "No two conditions, mechanisms or outcomes have the same name or synonym.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. Repeated(
                "conditions.json",
                catalogue.Conditions.Select(record => (record.Id.Value, record.Name, record.Synonyms))
            ),
            .. Repeated(
                "mechanisms.json",
                catalogue.Mechanisms.Select(record => (record.Id.Value, record.Name, record.Synonyms))
            ),
            .. Repeated(
                "outcomes.json",
                catalogue.Outcomes.Select(record => (record.Id.Value, record.Name, record.Synonyms))
            ),
        ];

    private static IEnumerable<Fault> Repeated(
        string file,
        IEnumerable<(string Id, string Name, IReadOnlyList<string> Synonyms)> records
    ) =>
        records
            .DistinctBy(record => record.Id)
            .SelectMany(record =>
                record
                    .Synonyms.Select(synonym => (record.Id, Name: synonym, Field: "synonyms"))
                    .Prepend((record.Id, record.Name, Field: "name"))
            )
            .GroupBy(name => name.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group =>
                group
                    .Where(name => name.Id != group.First().Id)
                    .Select(name => new Fault(
                        file,
                        name.Id,
                        name.Field,
                        $"'{name.Name}' is already a name of '{group.First().Id}'.",
                        "Give each record names of its own, or make the two records one."
                    ))
            );
}
