namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>A claim whose subject is no effect is not said to sound like evidence.</summary>
public sealed class ImpliedLevelOnlyWhereMeaningful : IInvariant
{
    /// <inheritdoc/>
    public string Id => "implied-level-only-where-meaningful";

    /// <inheritdoc/>
    public string Sentence => "A claim whose level is not meaningful has no implied level.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue
            .Claims.Where(claim => !claim.LevelIsMeaningful && claim.ImpliedLevel is not null)
            .Select(claim => new Fault(
                "claims.json",
                claim.Id.Value,
                "impliedLevel",
                "It has a value, but levelIsMeaningful is false: the subject is not an effect.",
                "Leave it out, or correct levelIsMeaningful."
            ));
}
