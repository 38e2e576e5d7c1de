using LdnEvidence.Domain;
using LdnEvidence.Domain.Codes;

namespace LdnEvidence.Api.Contracts;

/// <summary>What the patient has.</summary>
public sealed record ConditionResponse
{
    /// <summary>The key.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and spellings.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>The next broader condition; null where the catalogue has none.</summary>
    public required RecordReference? Broader { get; init; }

    /// <summary>The next narrower conditions.</summary>
    public required IReadOnlyList<RecordReference> Narrower { get; init; }

    /// <summary>What the source document does not have on this condition, though it was looked for.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Codes in MeSH, ICD-10-CM, MONDO and UMLS.</summary>
    public required IReadOnlyList<TerminologyCode> Codes { get; init; }

    /// <summary>Which ICD-10-CM codes of a patient mean this condition; null where that is only the codes that it carries.</summary>
    public Icd10cmMatching? Icd10cmMatching { get; init; }

    /// <summary>Claims on this condition itself, by level; claims on narrower conditions are not counted.</summary>
    public required ClaimCounts ClaimCounts { get; init; }

    /// <summary>Where to go from here.</summary>
    public required RecordLinks Links { get; init; }

    internal static ConditionResponse From(Condition condition, Catalogue catalogue, ClaimCounts counts) =>
        new()
        {
            Id = condition.Id.Value,
            Name = condition.Name,
            Synonyms = condition.Synonyms,
            Broader = condition.Broader is { } broader ? RecordReference.To(catalogue.Condition(broader)!) : null,
            Narrower =
            [
                .. catalogue
                    .NarrowerThan(condition.Id)
                    .OrderBy(narrower => narrower.Id.Value, StringComparer.Ordinal)
                    .Select(RecordReference.To),
            ],
            Absences = condition.Absences,
            Codes = condition.Codes,
            Icd10cmMatching = condition.Icd10cmMatching,
            ClaimCounts = counts,
            Links = RecordLinks.Of(Address.Conditions, condition.Id),
        };
}
