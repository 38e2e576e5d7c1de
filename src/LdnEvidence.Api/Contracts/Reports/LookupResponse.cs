namespace LdnEvidence.Api.Contracts.Reports;

/// <summary>The records that an identifier means.</summary>
public sealed record LookupResponse
{
    /// <summary>The system that assigned the identifier, such as pmid or icd10cm.</summary>
    public required string System { get; init; }

    /// <summary>The identifier in its canonical form.</summary>
    public required string Value { get; init; }

    /// <summary>The number of the release that was read.</summary>
    public required int Release { get; init; }

    /// <summary>The records: one, or several candidates of which the caller chooses. Never empty.</summary>
    public required IReadOnlyList<LookupMatch> Matches { get; init; }
}

/// <summary>A record that an identifier means.</summary>
/// <param name="Collection">The collection of the record: conditions, mechanisms, outcomes or studies.</param>
/// <param name="Id">The key.</param>
/// <param name="Name">The name of the record; of a study, its citation.</param>
/// <param name="Url">The address of the record.</param>
public sealed record LookupMatch(string Collection, string Id, string Name, string Url);
