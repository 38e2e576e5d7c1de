namespace Clients;

/// <summary>What a clinic's app asks of the catalogue. Each implementation does it with the client that one generator makes.</summary>
internal interface ICatalogue
{
    /// <summary>Efficacy and safety claims with a pilot trial or a case series, the last id first, with counts by level and fidelity.</summary>
    Task<Filtered> FilteredAsync();

    /// <exception cref="CatalogueProblemException">There is no such claim.</exception>
    Task<Claim> ClaimAsync(string id);

    /// <summary>The level of a claim that is asked for without it: null, or an exception, but no level.</summary>
    Task<string?> LevelThatIsNotSentAsync(string id);

    /// <summary>What became of claims that an app displays.</summary>
    Task<IReadOnlyList<(string Claim, string Impact)>> ImpactAsync(params (string Claim, int Release)[] displayed);

    /// <summary>One page of all claims, and the address of the next page.</summary>
    Task<(IReadOnlyList<string> Ids, string? Next)> PageAsync(int limit, string? cursor);

    Task<string> CsvAsync();

    Task<Stream> DownloadAsync(int release);

    /// <summary>The records that a DOI means, each as collection and id.</summary>
    Task<IReadOnlyList<string>> LookUpAsync(string doi);
}

internal sealed record Filtered(int Total, IReadOnlyList<Claim> Items, int LevelsCounted, int FidelitiesCounted);

/// <summary>A claim; the names of enum members are those that the generator made.</summary>
internal sealed record Claim(string Id, string Level, string Fidelity, int? Participants);

internal sealed class CatalogueProblemException(string type, int status, string detail, int errors) : Exception(detail)
{
    public string Type { get; } = type;

    public int Status { get; } = status;

    public int Errors { get; } = errors;
}
