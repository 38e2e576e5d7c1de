using LdnEvidence.Domain;
using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>How pages say the values of closed lists.</summary>
internal static class Words
{
    public static string Of(EvidenceLevel level) => EvidenceLevels.Definition(level).Label;

    public static string Of(SourceFidelity label) =>
        label switch
        {
            SourceFidelity.Supported => "Source supports it",
            SourceFidelity.PartlySupported => "Source supports part of it",
            SourceFidelity.NotSupported => "Source does not say so",
            SourceFidelity.Contradicted => "Source says the opposite",
            SourceFidelity.NotChecked => "Source not read",
            _ => "No source cited",
        };

    public static string Of(DocumentFidelity label) =>
        label switch
        {
            DocumentFidelity.Faithful => "says the same",
            DocumentFidelity.Narrowed => "says less",
            _ => "says more",
        };

    public static string Of(ClaimKind kind) =>
        kind switch
        {
            ClaimKind.Efficacy => "What it does for patients",
            ClaimKind.Mechanism => "How it acts",
            ClaimKind.Safety => "Safety",
            ClaimKind.Usage => "How it is used",
            _ => "Regulation",
        };

    public static string Of(OutcomeDomain domain) =>
        domain switch
        {
            OutcomeDomain.Survival => "Survival",
            OutcomeDomain.BloodAndLymph => "Blood and lymph",
            OutcomeDomain.Endocrine => "Endocrine system",
            OutcomeDomain.Gastrointestinal => "Digestive tract",
            OutcomeDomain.General => "Pain, fatigue, general",
            OutcomeDomain.Hepatobiliary => "Liver and bile",
            OutcomeDomain.ImmuneSystem => "Immune system",
            OutcomeDomain.Infection => "Infection",
            OutcomeDomain.Metabolism => "Metabolism",
            OutcomeDomain.Musculoskeletal => "Muscles and bones",
            OutcomeDomain.Neoplasms => "Tumours",
            OutcomeDomain.NervousSystem => "Nervous system",
            OutcomeDomain.Psychiatric => "Mood and sleep",
            OutcomeDomain.Skin => "Skin",
            OutcomeDomain.LifeImpact => "Quality of life",
            OutcomeDomain.ResourceUse => "Use of care",
            OutcomeDomain.AdverseEvents => "Unwanted effects",
            _ => "Use and dosing",
        };

    public static string Of(CitationRelation relation) =>
        relation switch
        {
            CitationRelation.Supports => "supports the claim",
            CitationRelation.Contradicts => "contradicts the claim",
            CitationRelation.Mixed => "bears out a part of it, or goes both ways",
            _ => "is background",
        };

    public static string Of(InterventionMatch match) =>
        match switch
        {
            InterventionMatch.Exact => "LDN itself: naltrexone up to 5 mg a day by mouth, and nothing besides",
            InterventionMatch.HigherDose => "naltrexone at a higher dose",
            InterventionMatch.OtherRoute => "naltrexone by another route",
            InterventionMatch.Combined => "naltrexone together with something else",
            InterventionMatch.OtherOpioidAntagonist => "another opioid antagonist",
            InterventionMatch.EndogenousOpioid => "an opioid of the body's own",
            _ => "not LDN",
        };

    public static string Of(LevelGap gap) =>
        gap switch
        {
            LevelGap.Overstated => "It sounds stronger than its evidence",
            LevelGap.AsStated => "It sounds as strong as its evidence",
            _ => "It sounds weaker than its evidence",
        };

    public static string Of(IdentityResult result) =>
        result switch
        {
            IdentityResult.Verified => "as printed",
            IdentityResult.Mismatch => "printed otherwise",
            IdentityResult.AbsentInDocument => "not printed",
            _ => "not checked",
        };

    /// <summary>Which ICD-10-CM codes mean a condition.</summary>
    public static string Meant(Icd10cmMatching matching)
    {
        var codes = string.Join(", ", matching.Match);
        var matched = matching.MatchBy switch
        {
            Icd10cmMatchBy.NarrowerConditions =>
                "none for the condition as a whole; the narrower conditions have their own",
            Icd10cmMatchBy.Block => $"every code of the categories {codes}",
            _ => $"{codes} and every code below",
        };
        return matching.Exclude.Count == 0
            ? $"{matched}."
            : $"{matched}, but not {string.Join(", ", matching.Exclude)}.";
    }

    /// <summary>A value as addresses and style sheets have it, such as <c>pilot-trial</c>.</summary>
    public static string Key<TEnum>(TEnum value)
        where TEnum : struct, Enum => KebabCase<TEnum>.Of(value);

    /// <summary>Any other value in plain letters: open-label-trial becomes "open label trial".</summary>
    public static string Plain<TEnum>(TEnum value)
        where TEnum : struct, Enum => Key(value).Replace('-', ' ');

    /// <summary>A word of the catalogue's JSON in plain letters, beginning with a capital: journalAbbreviation becomes "Journal abbreviation".</summary>
    public static string Member(string name)
    {
        if (name is "doi" or "pmid" or "pmcid" or "issn")
        {
            return name.ToUpperInvariant();
        }

        var spaced = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>How much is claimed on a record, and how strong the studies behind it are.</summary>
    public static string Claimed(string name, LevelTally tally)
    {
        if (tally.Total == 0)
        {
            return $"The page claims nothing on {name}.";
        }

        var parts = new[]
        {
            (tally.PilotTrial, "on which a pilot trial reports"),
            (tally.CaseSeries, "on which a case series reports"),
            (tally.Anecdotal, "for which no study in people counts"),
            (tally.OfNoEffect, "on use or approval, not on an effect"),
        };
        return $"{Count(tally.Total, "claim", "claims")} on {name}: {string.Join(", ", parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"))}.";
    }

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
