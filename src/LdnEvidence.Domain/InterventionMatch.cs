namespace LdnEvidence.Domain;

/// <summary>How what a study gave relates to low-dose naltrexone, which is naltrexone up to 5 mg a day by mouth. Nearest first.</summary>
public enum InterventionMatch
{
    /// <summary>Naltrexone up to 5 mg a day by mouth, and nothing besides.</summary>
    Exact,

    /// <summary>Naltrexone by mouth in a higher dose.</summary>
    HigherDose,

    /// <summary>Naltrexone by another route.</summary>
    OtherRoute,

    /// <summary>Naltrexone together with other agents.</summary>
    Combined,

    /// <summary>Another opioid antagonist, such as naloxone.</summary>
    OtherOpioidAntagonist,

    /// <summary>A substance that the body makes and that acts like an opioid, such as an endorphin.</summary>
    EndogenousOpioid,

    /// <summary>Nothing of the kind.</summary>
    NotLdn,
}
