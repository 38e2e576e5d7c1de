using Clients.Generated.Kiota;
using Clients.Generated.Kiota.Api.V1.Claims;
using Clients.Generated.Kiota.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Clients;

/// <summary>Kiota. It knows one format per address, JSON; another is sent for as a stream, with the request that the client makes.</summary>
internal sealed class Kiota : ICatalogue
{
    private readonly HttpClientRequestAdapter _adapter;
    private readonly LdnClient _client;

    public Kiota(HttpClient http)
    {
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = http.BaseAddress!.ToString().TrimEnd('/'),
        };
        _client = new LdnClient(_adapter);
    }

    public async Task<Filtered> FilteredAsync()
    {
        var page = await _client.Api.V1.Claims.GetAsync(request =>
            request.QueryParameters = new()
            {
                EvidenceLevel = [EvidenceLevel.PilotTrial, EvidenceLevel.CaseSeries],
                Kind = [ClaimKind.Efficacy, ClaimKind.Safety],
                Sort = [ClaimSort.Minus_id],
                Facets = [ClaimFacet.EvidenceLevel, ClaimFacet.Fidelity],
                Limit = 100,
            }
        );
        var facets = page!.Facets!.AdditionalData;
        return new(
            page.Total!.Value,
            [.. page.Items!.Select(Of)],
            Values(facets["evidenceLevel"]),
            Values(facets["fidelity"])
        );
    }

    public async Task<Claim> ClaimAsync(string id)
    {
        try
        {
            return Of((await _client.Api.V1.Claims[id].GetAsync())!);
        }
        catch (Problem problem)
        {
            var errors = problem.Errors?.AdditionalData.Count ?? 0;
            throw new CatalogueProblemException(problem.Type!, problem.Status!.Value, problem.Detail!, errors);
        }
    }

    public async Task<string?> LevelThatIsNotSentAsync(string id) =>
        (
            await _client
                .Api.V1.Claims[id]
                .GetAsync(request => request.QueryParameters = new() { Fields = [ClaimField.Id] })
        )!.EvidenceLevel?.ToString();

    public async Task<IReadOnlyList<(string Claim, string Impact)>> ImpactAsync(
        params (string Claim, int Release)[] displayed
    )
    {
        var body = displayed
            .Select(shown => new DisplayedClaim { Claim = shown.Claim, Release = shown.Release })
            .ToList();
        var impact = await _client.Api.V1.Impact.PostAsync(body);
        return [.. impact!.Items!.Select(item => (item.Claim!, item.Impact!.Value.ToString()))];
    }

    public async Task<(IReadOnlyList<string> Ids, string? Next)> PageAsync(int limit, string? cursor)
    {
        var page = await _client.Api.V1.Claims.GetAsync(request =>
            request.QueryParameters = new() { Limit = limit, Cursor = cursor }
        );
        return ([.. page!.Items!.Select(claim => claim.Id!)], page.Next);
    }

    public async Task<string> CsvAsync()
    {
        var request = _client.Api.V1.Claims.ToGetRequestInformation(request =>
            request.QueryParameters = new() { Format = ListFormat.Csv }
        );
        await using var csv = await _adapter.SendPrimitiveAsync<Stream>(request);
        return await new StreamReader(csv!).ReadToEndAsync();
    }

    public async Task<Stream> DownloadAsync(int release) =>
        (await _client.Api.V1.Releases[release].Download.GetAsync())!;

    public async Task<IReadOnlyList<string>> LookUpAsync(string doi)
    {
        var found = await _client.Api.V1.Lookup["doi"][doi].GetAsync();
        return [.. found!.Matches!.Select(match => $"{match.Collection}/{match.Id}")];
    }

    private static int Values(object counts) =>
        ((Microsoft.Kiota.Abstractions.Serialization.UntypedArray)counts).GetValue().Count();

    private static Claim Of(Generated.Kiota.Models.Claim claim) =>
        new(
            claim.Id!,
            claim.EvidenceLevel.ToString()!,
            claim.Fidelity!.ToSource!.Label.ToString()!,
            claim.Participants
        );
}
