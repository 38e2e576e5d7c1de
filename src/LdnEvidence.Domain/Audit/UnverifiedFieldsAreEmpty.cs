namespace LdnEvidence.Domain.Audit;

/// <summary>What nobody verified is absent, not guessed.</summary>
public sealed class UnverifiedFieldsAreEmpty : IInvariant
{
    private static readonly Dictionary<string, Func<Study, bool>> IsEmpty = new(StringComparer.Ordinal)
    {
        ["title"] = study => study.Title is null,
        ["authors"] = study => study.Authors.Count == 0,
        ["journalAbbreviation"] = study => study.JournalAbbreviation is null,
        ["volume"] = study => study.Volume is null,
        ["issue"] = study => study.Issue is null,
        ["pages"] = study => study.Pages is null,
        ["doi"] = study => study.Doi is null,
        ["pmid"] = study => study.Pmid is null,
        ["pmcid"] = study => study.Pmcid is null,
        ["issn"] = study => study.Issn.Count == 0,
        ["trialRegistration"] = study => study.TrialRegistration is null,
        ["population"] = study => study.Population is null,
        ["sampleSize"] = study => study.SampleSize is null,
        ["doseMgPerDay"] = study => study.DoseMgPerDay is null,
        ["route"] = study => study.Route is null,
        ["interventionMatch"] = study => study.InterventionMatch is null,
        ["duration"] = study => study.Duration is null,
        ["sideEffects"] = study => study.SideEffects is null,
        ["funding"] = study => study.Funding is null,
        // Standing has no empty value: 'current' says that no notice is known, and must not be anything else unseen.
        ["standing"] = study => study.Standing == StudyStanding.Current,
    };

    /// <inheritdoc/>
    public string Id => "unverified-fields-are-empty";

    /// <inheritdoc/>
    public string Sentence =>
        "A field that a study lists as not verified has no value; an untitled or authorless study says so.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        foreach (var study in catalogue.Studies)
        {
            foreach (var (index, field) in study.NotVerified.Index())
            {
                if (!IsEmpty.TryGetValue(field, out var isEmpty))
                {
                    yield return Fault(
                        study,
                        $"notVerified[{index}]",
                        $"'{field}' is no field that can be unverified.",
                        $"Name one of {string.Join(", ", IsEmpty.Keys)}."
                    );
                }
                else if (!isEmpty(study))
                {
                    yield return Fault(
                        study,
                        field,
                        "It has a value and is listed as not verified.",
                        "Leave the value out, or take the field off the list once a source was seen."
                    );
                }
            }

            foreach (var field in new[] { "title", "authors" })
            {
                if (IsEmpty[field](study) && !study.NotVerified.Contains(field, StringComparer.Ordinal))
                {
                    yield return Fault(
                        study,
                        field,
                        "It is empty and not listed as not verified.",
                        "Give the value, or add the field to notVerified."
                    );
                }
            }
        }
    }

    private static Fault Fault(Study study, string field, string problem, string remedy) =>
        new("studies.json", study.Id.Value, field, problem, remedy);
}
