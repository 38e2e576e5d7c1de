namespace LdnEvidence.Api.Data;

/// <summary>The order in which a release's digest hashes its records: kind by kind, each in the order of its positions.</summary>
internal static class DigestOrder
{
    /// <summary>The kinds in order, with the name that a record has in a release's file.</summary>
    public static IReadOnlyList<(Collection Collection, string Kind)> Kinds { get; } =
    [
        (Collection.SourceDocuments, "source-document"),
        (Collection.EvidenceLevels, "evidence-level"),
        (Collection.Conditions, "condition"),
        (Collection.Mechanisms, "mechanism"),
        (Collection.Outcomes, "outcome"),
        (Collection.Studies, "study"),
        (Collection.Claims, "claim"),
    ];

    /// <summary>What is kept of a release as a whole, outside its digest.</summary>
    public static IReadOnlyList<Collection> Reports { get; } = [Collection.Audits, Collection.Coverage];
}
