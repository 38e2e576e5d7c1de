namespace LdnEvidence.Api.Contracts.Reports;

/// <summary>What this service is, and where its resources are.</summary>
public sealed record ServiceResponse
{
    /// <summary>The disclaimer that every user of the data should see.</summary>
    internal const string DisclaimerText =
        "This is a catalogue of claims and no medical advice. It repeats what one practitioner's web page says about low-dose naltrexone, "
        + "states how strong the cited evidence is and whether the cited source really says so, and endorses none of it. "
        + "Decisions on treatment belong to patients and their clinicians.";

    /// <summary>The service's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it serves, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The release that is read when none is named, or the one that was named.</summary>
    public required ServedRelease Release { get; init; }

    /// <summary>The licences of code and data.</summary>
    public required Licences Licence { get; init; }

    /// <summary>What this catalogue is not. Show it beside the data.</summary>
    public required string Disclaimer { get; init; }

    /// <summary>The resources of the API.</summary>
    public required ServiceLinks Links { get; init; }
}

/// <summary>The release that is served.</summary>
/// <param name="Number">Its number.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="Digest">SHA-256 of its records.</param>
public sealed record ServedRelease(int Number, DateTime PublishedAt, string Digest);

/// <summary>SPDX licence identifiers.</summary>
/// <param name="Code">The licence of the program.</param>
/// <param name="Data">The licence of the data.</param>
public sealed record Licences(string Code, string Data)
{
    internal static Licences Current { get; } = new("MIT", "CC0-1.0");
}

/// <summary>The resources of the API.</summary>
public sealed record ServiceLinks(
    string Self,
    string Conditions,
    string Mechanisms,
    string Outcomes,
    string Studies,
    string Claims,
    string EvidenceLevels,
    string Releases,
    string Audit,
    string Coverage,
    string OpenApi,
    string Documentation
);
