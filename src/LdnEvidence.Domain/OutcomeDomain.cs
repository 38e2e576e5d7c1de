namespace LdnEvidence.Domain;

/// <summary>
/// The part of health that an outcome belongs to: domains of the COMET taxonomy for outcomes of medical research (Dodd and others, Journal of Clinical
/// Epidemiology 2018, doi:10.1016/j.jclinepi.2017.12.020), as far as the catalogue needs them, and one of its own for what is no outcome of health.
/// </summary>
public enum OutcomeDomain
{
    /// <summary>Mortality and survival.</summary>
    Survival,

    /// <summary>Blood and lymphatic system.</summary>
    BloodAndLymph,

    /// <summary>Endocrine system.</summary>
    Endocrine,

    /// <summary>Gastrointestinal tract.</summary>
    Gastrointestinal,

    /// <summary>General outcomes, such as pain and fatigue.</summary>
    General,

    /// <summary>Liver and biliary tract.</summary>
    Hepatobiliary,

    /// <summary>Immune system.</summary>
    ImmuneSystem,

    /// <summary>Infection.</summary>
    Infection,

    /// <summary>Metabolism and nutrition.</summary>
    Metabolism,

    /// <summary>Muscles, bones and connective tissue.</summary>
    Musculoskeletal,

    /// <summary>Neoplasms.</summary>
    Neoplasms,

    /// <summary>Nervous system.</summary>
    NervousSystem,

    /// <summary>Psychiatric outcomes.</summary>
    Psychiatric,

    /// <summary>Skin and subcutaneous tissue.</summary>
    Skin,

    /// <summary>Functioning, wellbeing and quality of life.</summary>
    LifeImpact,

    /// <summary>Use of care and of resources.</summary>
    ResourceUse,

    /// <summary>Adverse events and effects.</summary>
    AdverseEvents,

    /// <summary>How the drug is used, dosed or approved; no outcome of health, and none of the taxonomy's.</summary>
    Practice,
}
