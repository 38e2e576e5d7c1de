using Clients.Generated.NSwagSystemTextJson;

namespace Clients;

/// <summary>NSwag with System.Text.Json. Its client reads JSON; other formats are asked for with the same <see cref="HttpClient"/>.</summary>
internal sealed class NSwagSystemTextJson(HttpClient http) : ICatalogue
{
    private readonly LdnClient _client = new(http) { BaseUrl = http.BaseAddress!.ToString() };

    public async Task<Filtered> FilteredAsync()
    {
        var page = await _client.ListClaimsAsync(
            evidenceLevel: [EvidenceLevel.PilotTrial, EvidenceLevel.CaseSeries],
            kind: [ClaimKind.Efficacy, ClaimKind.Safety],
            sort: [ClaimSort.Minusid],
            facets: [ClaimFacet.EvidenceLevel, ClaimFacet.Fidelity],
            limit: 100
        );
        return new(
            page.Total,
            [.. page.Items.Select(Of)],
            page.Facets!["evidenceLevel"].Count,
            page.Facets["fidelity"].Count
        );
    }

    public async Task<Claim> ClaimAsync(string id)
    {
        try
        {
            return Of(await _client.GetClaimAsync(id));
        }
        catch (ApiException<Problem> refused)
        {
            var problem = refused.Result;
            throw new CatalogueProblemException(
                problem.Type,
                problem.Status,
                problem.Detail,
                problem.Errors?.Count ?? 0
            );
        }
    }

    public async Task<string?> LevelThatIsNotSentAsync(string id) =>
        (await _client.GetClaimAsync(id, fields: [ClaimField.Id])).EvidenceLevel.ToString();

    public async Task<IReadOnlyList<(string Claim, string Impact)>> ImpactAsync(
        params (string Claim, int Release)[] displayed
    )
    {
        var body = displayed.Select(shown => new DisplayedClaim { Claim = shown.Claim, Release = shown.Release });
        var impact = await _client.AssessImpactAsync(body: body);
        return [.. impact.Items.Select(item => (item.Claim, item.Impact.ToString()))];
    }

    public async Task<(IReadOnlyList<string> Ids, string? Next)> PageAsync(int limit, string? cursor)
    {
        var page = await _client.ListClaimsAsync(limit: limit, cursor: cursor);
        return ([.. page.Items.Select(claim => claim.Id)], page.Next);
    }

    public Task<string> CsvAsync() => http.GetStringAsync(new Uri("api/v1/claims?format=csv", UriKind.Relative));

    public async Task<Stream> DownloadAsync(int release) => (await _client.DownloadReleaseAsync(release)).Stream;

    public async Task<IReadOnlyList<string>> LookUpAsync(string doi)
    {
        var found = await _client.LookUpRecordAsync(IdentifierSystem.Doi, doi);
        return [.. found.Matches.Select(match => $"{match.Collection}/{match.Id}")];
    }

    private static Claim Of(Generated.NSwagSystemTextJson.Claim claim) =>
        new(claim.Id, claim.EvidenceLevel.ToString(), claim.Fidelity.ToSource.Label.ToString(), claim.Participants);
}
