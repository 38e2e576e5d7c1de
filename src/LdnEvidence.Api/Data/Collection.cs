namespace LdnEvidence.Api.Data;

/// <summary>The lists of records that a release consists of. The numbers are stored: they are part of the row ids of the full-text index.</summary>
internal enum Collection
{
    Conditions = 1,
    Mechanisms = 2,
    Outcomes = 3,
    Studies = 4,
    Claims = 5,
}
