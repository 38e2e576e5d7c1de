namespace LdnEvidence.Domain.Audit;

/// <summary>A claim cites a study once and names a condition or mechanism once.</summary>
public sealed class LinksAreSingle : IInvariant
{
    /// <inheritdoc/>
    public string Id => "links-are-single";

    /// <inheritdoc/>
    public string Sentence => "A claim cites a study at most once, and names a condition or mechanism at most once.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue.Claims.SelectMany(claim =>
            (IEnumerable<Fault>)
                [
                    .. Repeated(claim, "citations", claim.Citations.Select(citation => citation.Study.Value)),
                    .. Repeated(claim, "conditions", claim.Conditions.Select(id => id.Value)),
                    .. Repeated(claim, "mechanisms", claim.Mechanisms.Select(id => id.Value)),
                ]
        );

    private static IEnumerable<Fault> Repeated(Claim claim, string field, IEnumerable<string> ids) =>
        ids.GroupBy(id => id)
            .Where(group => group.Skip(1).Any())
            .Select(group => new Fault(
                "claims.json",
                claim.Id.Value,
                field,
                $"'{group.Key}' stands here {group.Count()} times.",
                "Name it once; one note can say all that the study reports on the claim."
            ));
}
