namespace LdnEvidence.Domain.Audit;

/// <summary>No two records of a kind are shown under the same name.</summary>
public sealed class NamesAreUnique : IInvariant
{
    /// <inheritdoc/>
    public string Id => "names-are-unique";

    /// <inheritdoc/>
    public string Sentence => "No two conditions, mechanisms or outcomes have the same name.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. Repeated("conditions.json", catalogue.Conditions.Select(record => (record.Id.Value, record.Name))),
            .. Repeated("mechanisms.json", catalogue.Mechanisms.Select(record => (record.Id.Value, record.Name))),
            .. Repeated("outcomes.json", catalogue.Outcomes.Select(record => (record.Id.Value, record.Name))),
        ];

    private static IEnumerable<Fault> Repeated(string file, IEnumerable<(string Id, string Name)> records) =>
        records
            .DistinctBy(record => record.Id)
            .GroupBy(record => record.Name)
            .SelectMany(group => group.Skip(1).Select(record => (record, first: group.First())))
            .Select(pair => new Fault(
                file,
                pair.record.Id,
                "name",
                $"'{pair.record.Name}' is already the name of '{pair.first.Id}'.",
                "Give each record a name of its own, or make the two records one."
            ));
}
