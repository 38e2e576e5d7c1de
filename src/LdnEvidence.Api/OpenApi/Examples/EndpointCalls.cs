using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.OpenApi.Examples;

/// <summary>Asks endpoints of this service what they answer, without a connection.</summary>
internal sealed class EndpointCalls(EndpointDataSource endpoints, IServiceScopeFactory scopes)
{
    /// <summary>Asks an endpoint as a caller would; one that reads a body gets its example.</summary>
    /// <param name="name">The name of the endpoint, which is the operation's id.</param>
    /// <param name="route">The values of the parameters in the path.</param>
    /// <param name="query">The query string with its question mark, or nothing.</param>
    /// <param name="accept">The Accept header; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Reply> Ask(
        string name,
        Dictionary<string, string> route,
        string query,
        string? accept,
        CancellationToken cancellationToken
    )
    {
        var endpoint = Find(name);
        return await Answer(
            PathOf(endpoint, route),
            async http =>
            {
                http.Request.QueryString = new QueryString(query);
                http.Request.Headers.Accept = accept;
                http.Request.RouteValues = new RouteValueDictionary(
                    route.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))
                );
                if (endpoint.Metadata.GetMetadata<TakenBody>() is { } body)
                {
                    http.Request.Method = HttpMethods.Post;
                    http.Request.ContentType = JsonBody.ContentType;
                    http.Request.Body = new MemoryStream(CatalogueJson.Write(body.Example));
                }

                http.SetEndpoint(endpoint);
                await endpoint.RequestDelegate!(http);
            },
            cancellationToken
        );
    }

    /// <summary>The problem that an error becomes at a path.</summary>
    public Task<Reply> Write(Error error, string path, CancellationToken cancellationToken) =>
        Answer(path, new ProblemResult(error).ExecuteAsync, cancellationToken);

    /// <summary>The path of an endpoint with the values of its parameters.</summary>
    public string PathOf(string name, Dictionary<string, string> route) => PathOf(Find(name), route);

    private static string PathOf(RouteEndpoint endpoint, Dictionary<string, string> route) =>
        route.Aggregate(
            endpoint.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal).TrimEnd('/'),
            (path, pair) => path.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal)
        );

    private RouteEndpoint Find(string name) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .First(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);

    private async Task<Reply> Answer(string path, RequestDelegate handle, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            RequestAborted = cancellationToken,
        };
        (http.Request.Method, http.Request.Path, http.Response.Body) = (HttpMethods.Get, path, body);
        await handle(http);
        await http.Response.CompleteAsync();
        return new Reply(http.Response.StatusCode.ToString(CultureInfo.InvariantCulture), body.ToArray());
    }
}

/// <summary>What an endpoint answered.</summary>
/// <param name="Status">The status, as OpenAPI writes it.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record Reply(string Status, byte[] Body)
{
    public JsonNode? Json => JsonNode.Parse(Body);

    public string Text => Encoding.UTF8.GetString(Body);
}
