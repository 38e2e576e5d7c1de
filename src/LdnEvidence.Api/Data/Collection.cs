namespace LdnEvidence.Api.Data;

/// <summary>The collections of a release. Each numbers its records by position, from 1; the numbers are stored and never change.</summary>
internal enum Collection
{
    Conditions = 1,
    Mechanisms = 2,
    Outcomes = 3,
    Studies = 4,
    Claims = 5,
    EvidenceLevels = 6,

    /// <summary>The releases themselves; a release's position is its number.</summary>
    Releases = 7,

    /// <summary>The page that the claims were taken from.</summary>
    SourceDocuments = 8,

    /// <summary>What came of each audit rule; one a release.</summary>
    Audits = 9,

    /// <summary>The matrix of conditions by outcome domains; one a release.</summary>
    Coverage = 10,
}
