using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit;

/// <summary>Every locator names a place that the source document has.</summary>
public sealed class LocatorsExist : IInvariant
{
    /// <inheritdoc/>
    public string Id => "locators-exist";

    /// <inheritdoc/>
    public string Sentence =>
        "Every claim and study points to a section, block and sentence of the source document's outline.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. catalogue.Claims.SelectMany(claim => Missing(catalogue, "claims.json", claim.Id, claim.Locator)),
            .. catalogue.Studies.SelectMany(study => Missing(catalogue, "studies.json", study.Id, study.Locator)),
        ];

    private static IEnumerable<Fault> Missing(Catalogue catalogue, string file, Slug record, Locator locator)
    {
        if (!catalogue.Document.Contains(locator))
        {
            yield return new Fault(
                file,
                record.Value,
                "locator",
                $"The source document has no '{locator.Position}' in section '{locator.Section}'.",
                "Name a section, block and sentence of the outline in document.json."
            );
        }
    }
}
