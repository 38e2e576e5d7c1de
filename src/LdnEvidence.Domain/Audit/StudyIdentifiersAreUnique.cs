namespace LdnEvidence.Domain.Audit;

/// <summary>A DOI, PMID or PMCID identifies one study.</summary>
public sealed class StudyIdentifiersAreUnique : IInvariant
{
    /// <inheritdoc/>
    public string Id => "study-identifiers-are-unique";

    /// <inheritdoc/>
    public string Sentence => "No two studies have the same DOI, PMID or PMCID.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. Repeated(catalogue, "doi", study => study.Doi?.Key),
            .. Repeated(catalogue, "pmid", study => study.Pmid?.Value),
            .. Repeated(catalogue, "pmcid", study => study.Pmcid),
        ];

    private static IEnumerable<Fault> Repeated(Catalogue catalogue, string field, Func<Study, string?> identifier) =>
        catalogue
            .Studies.Where(study => identifier(study) is not null)
            .GroupBy(identifier)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group.Skip(1).Select(study => (study, first: group.First())))
            .Select(pair => new Fault(
                "studies.json",
                pair.study.Id.Value,
                field,
                $"'{identifier(pair.study)}' is already the {field} of '{pair.first.Id}'.",
                "An identifier names one study: correct it, or make the two records one."
            ));
}
