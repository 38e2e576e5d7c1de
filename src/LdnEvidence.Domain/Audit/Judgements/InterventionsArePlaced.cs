namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>Of every study it is known how what it gave relates to low-dose naltrexone, or said that it is not.</summary>
public sealed class InterventionsArePlaced : IInvariant
{
    private const string Field = "interventionMatch";

    /// <inheritdoc/>
    public string Id => "interventions-are-placed";

    /// <inheritdoc/>
    public string Sentence =>
        "Every study says how its intervention relates to low-dose naltrexone, or lists that as not verified.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue
            .Studies.Where(study =>
                study.InterventionMatch is null && !study.NotVerified.Contains(Field, StringComparer.Ordinal)
            )
            .Select(study => new Fault(
                "studies.json",
                study.Id.Value,
                Field,
                "It is empty and not listed as not verified.",
                "Say how what was given relates to naltrexone up to 5 mg a day by mouth, or add the field to notVerified."
            ));
}
