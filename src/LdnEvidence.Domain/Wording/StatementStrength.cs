namespace LdnEvidence.Domain.Wording;

/// <summary>How much a sentence claims to know, weakest first. <see cref="Strength"/> has the phrases of each.</summary>
public enum StatementStrength
{
    /// <summary>It is thought possible.</summary>
    Postulated,

    /// <summary>Somebody says so: the page, or practitioners.</summary>
    Said,

    /// <summary>A source bears out part of it, or something weaker.</summary>
    PartlyReported,

    /// <summary>It was reported in cells or animals in the laboratory.</summary>
    ReportedInCells,

    /// <summary>It was reported in one treated patient.</summary>
    ReportedInOneCase,

    /// <summary>It was reported in several treated patients.</summary>
    ReportedInCases,

    /// <summary>It was reported in people who all received the drug by plan.</summary>
    ReportedWithoutControlGroup,

    /// <summary>It was reported in one small trial, or in one whose size is not known.</summary>
    ReportedInOneSmallTrial,

    /// <summary>It was reported in several small trials.</summary>
    ReportedInSmallTrials,

    /// <summary>It was reported in a trial that is not small.</summary>
    ReportedInTrials,

    /// <summary>It is so, as studies have shown. No level of the catalogue reaches this far.</summary>
    Shown,

    /// <summary>It is so beyond doubt. No level of the catalogue reaches this far.</summary>
    Proven,
}
