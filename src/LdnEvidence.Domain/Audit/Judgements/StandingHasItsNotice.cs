using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Judgements;

/// <summary>That a study was corrected, doubted or retracted rests on a published notice.</summary>
public sealed class StandingHasItsNotice : IInvariant
{
    /// <inheritdoc/>
    public string Id => "standing-has-its-notice";

    /// <inheritdoc/>
    public string Sentence =>
        "A study whose standing is not current names the notice that says so; a current one names none.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue
            .Studies.Where(study => (study.Standing == StudyStanding.Current) != (study.StandingNotice is null))
            .Select(study => new Fault(
                "studies.json",
                study.Id.Value,
                "standingNotice",
                study.StandingNotice is null
                    ? $"It is empty, but the standing is '{KebabCase<StudyStanding>.Of(study.Standing)}'."
                    : "It names a notice, but the standing is 'current'.",
                study.StandingNotice is null
                    ? "Give the notice with its date, or correct the standing."
                    : "Give the standing that the notice gives, or leave the notice out."
            ));
}
