using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit;

/// <summary>No mechanism, outcome or study stands in the catalogue without a claim.</summary>
public sealed class NothingIsOrphaned : IInvariant
{
    /// <inheritdoc/>
    public string Id => "nothing-is-orphaned";

    /// <inheritdoc/>
    public string Sentence =>
        "Every mechanism, outcome and study belongs to at least one claim; every condition to a claim or a narrower condition.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        var conditions = catalogue.Claims.SelectMany(claim => claim.Conditions).ToHashSet();
        conditions.UnionWith(
            catalogue.Conditions.Where(record => record.Broader is not null).Select(record => record.Broader!.Value)
        );
        var mechanisms = catalogue.Claims.SelectMany(claim => claim.Mechanisms).ToHashSet();
        var outcomes = catalogue.Claims.Select(claim => claim.Outcome).ToHashSet();
        var studies = catalogue
            .Claims.SelectMany(claim => claim.Citations)
            .Select(citation => citation.Study)
            .ToHashSet();

        return
        [
            .. Unused("conditions.json", catalogue.Conditions.Select(record => record.Id), conditions),
            .. Unused("mechanisms.json", catalogue.Mechanisms.Select(record => record.Id), mechanisms),
            .. Unused("outcomes.json", catalogue.Outcomes.Select(record => record.Id), outcomes),
            .. Unused("studies.json", catalogue.Studies.Select(record => record.Id), studies),
        ];
    }

    private static IEnumerable<Fault> Unused(string file, IEnumerable<Slug> ids, HashSet<Slug> used) =>
        ids.Where(id => !used.Contains(id))
            .Distinct()
            .Select(id => new Fault(
                file,
                id.Value,
                "id",
                "No claim names this record.",
                "Add the claim that needs it in claims.json, or take the record out."
            ));
}
