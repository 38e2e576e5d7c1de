using System.Globalization;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>
/// Fills in the examples of every answer by asking the endpoint itself, so that an example is what the service really says. Lists are asked for one
/// record, to stay readable.
/// </summary>
internal sealed class LiveExamples(EndpointDataSource endpoints, IServiceScopeFactory scopes, TimeProvider clock)
    : IDocumentAsyncFilter
{
    public async Task ApplyAsync(
        OpenApiDocument swaggerDoc,
        DocumentFilterContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var (template, path) in swaggerDoc.Paths)
        {
            foreach (var operation in path.Operations?.Values.AsEnumerable() ?? [])
            {
                await Fill(template, operation, cancellationToken);
            }
        }
    }

    private async Task Fill(string template, OpenApiOperation operation, CancellationToken cancellationToken)
    {
        var endpoint = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .First(endpoint =>
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation.OperationId
            );
        var values = operation
            .Parameters!.Where(parameter => parameter.In == ParameterLocation.Path)
            .ToDictionary(
                parameter => parameter.Name!,
                parameter => parameter.Example!.ToString(),
                StringComparer.Ordinal
            );
        var isList = operation.Parameters!.Any(parameter => parameter.Name == "cursor");

        var question = Question(operation, isList);
        var ok = await Ask(endpoint, template, values, question, null, cancellationToken);
        Set(operation, ok);
        await FillFormats(operation, endpoint, template, values, question, cancellationToken);
        Set(
            operation,
            await Ask(
                endpoint,
                template,
                values,
                isList ? "?limit=0" : Add(question, "unknown=1"),
                null,
                cancellationToken
            )
        );
        Set(operation, await Ask(endpoint, template, values, question, "application/xml", cancellationToken));
        Set(
            operation,
            values.Count > 0
                ? await Ask(
                    endpoint,
                    template,
                    values.ToDictionary(pair => pair.Key, pair => Missing(pair.Value)),
                    string.Empty,
                    null,
                    cancellationToken
                )
                : await Ask(endpoint, template, values, Add(question, "release=999999"), null, cancellationToken)
        );
        if (operation.Responses!.TryGetValue("404", out var missing) && missing.Content!.Values.First().Example is null)
        {
            Set(
                operation,
                await Ask(endpoint, template, values, Add(question, "release=999999"), null, cancellationToken)
            );
        }

        foreach (
            var error in new[]
            {
                Domain.Error.BodyTooLarge(RequestSizes.MaxBody),
                Domain.Error.UnsupportedMediaType("text/plain", JsonBody.ContentType),
            }
        )
        {
            Set(operation, await Write(new ProblemResult(error), template, cancellationToken));
        }

        Set(operation, await Write(new ProblemResult(Domain.Error.TooManyRequests()), template, cancellationToken));
        Set(operation, await Write(new ProblemResult(Domain.Error.Unexpected()), template, cancellationToken));
        Set(
            operation,
            await Write(new ProblemResult(Domain.Error.CatalogueUnavailable()), template, cancellationToken)
        );
        FillPlaces(operation, PathOf(template, values), ok.Body);
    }

    /// <summary>The query string of the example: what is required, and one record of a list.</summary>
    private static string Question(OpenApiOperation operation, bool isList) =>
        operation
            .Parameters!.Where(parameter => parameter is { In: ParameterLocation.Query, Required: true })
            .Select(parameter => $"{parameter.Name}={parameter.Example ?? parameter.Schema!.Examples![0]}")
            .Concat(isList ? ["limit=1"] : [])
            .Aggregate(string.Empty, Add);

    /// <summary>A part of an address, of the same form, that nothing has.</summary>
    private static string Missing(string part) => part.All(char.IsAsciiDigit) ? "999999" : "no-such-record";

    private static string Add(string question, string parameter) =>
        question.Length == 0 ? $"?{parameter}" : $"{question}&{parameter}";

    private async Task FillFormats(
        OpenApiOperation operation,
        RouteEndpoint endpoint,
        string template,
        Dictionary<string, string> values,
        string question,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var (type, content) in operation.Responses!.First().Value.Content
                ?? new Dictionary<string, IOpenApiMediaType>()
        )
        {
            if (content is not OpenApiMediaType { Schema.Type: JsonSchemaType.String, Schema.Format: null } text)
            {
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            var (http, body) = Prepare(
                scope.ServiceProvider,
                endpoint,
                template,
                values,
                question,
                type,
                cancellationToken
            );
            await endpoint.RequestDelegate!(http);
            await http.Response.CompleteAsync();
            text.Example = JsonValue.Create(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }
    }

    /// <summary>Where a page begins and which release is read depend on what is served, so their examples are taken from it.</summary>
    private void FillPlaces(OpenApiOperation operation, string path, JsonNode? body)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>())
        {
            var example = parameter.Name switch
            {
                "release" => JsonValue.Create(1),
                "asOf" => JsonValue.Create(clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                "cursor" when body?["next"]?.ToString() is { } next => JsonValue.Create(
                    next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..]
                ),
                "cursor" => JsonValue.Create(
                    new Cursor(body?["release"]?.GetValue<int>() ?? 1, 1).Write(ListRequest.ListAt(path))
                ),
                _ => null,
            };
            if (example is not null)
            {
                // In the schema, where Swagger UI shows it but does not fill it in: the three exclude each other.
                ((OpenApiSchema)parameter.Schema!).Examples = [example];
            }
        }
    }

    private async Task<(int Status, JsonNode? Body)> Ask(
        RouteEndpoint endpoint,
        string template,
        Dictionary<string, string> values,
        string query,
        string? accept,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var (http, body) = Prepare(scope.ServiceProvider, endpoint, template, values, query, accept, cancellationToken);
        await endpoint.RequestDelegate!(http);
        return await Read(http, body, cancellationToken);
    }

    private static (HttpContext Http, MemoryStream Body) Prepare(
        IServiceProvider services,
        RouteEndpoint endpoint,
        string template,
        Dictionary<string, string> values,
        string query,
        string? accept,
        CancellationToken cancellationToken
    )
    {
        var (http, body) = Request(services, PathOf(template, values), cancellationToken);
        http.Request.QueryString = new QueryString(query);
        http.Request.RouteValues = new RouteValueDictionary(
            values.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))
        );
        http.Request.Headers.Accept = accept;
        if (endpoint.Metadata.GetMetadata<TakenBody>() is { } taken)
        {
            http.Request.Method = HttpMethods.Post;
            http.Request.ContentType = JsonBody.ContentType;
            http.Request.Body = new MemoryStream(Contracts.CatalogueJson.Write(taken.Example));
        }

        http.SetEndpoint(endpoint);
        return (http, body);
    }

    private async Task<(int Status, JsonNode? Body)> Write(
        IResult result,
        string template,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var (http, body) = Request(scope.ServiceProvider, template, cancellationToken);
        await result.ExecuteAsync(http);
        return await Read(http, body, cancellationToken);
    }

    private static (HttpContext Http, MemoryStream Body) Request(
        IServiceProvider services,
        string path,
        CancellationToken cancellationToken
    )
    {
        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = cancellationToken };
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = path;
        http.Response.Body = body;
        return (http, body);
    }

    private static async Task<(int Status, JsonNode? Body)> Read(
        HttpContext http,
        MemoryStream body,
        CancellationToken cancellationToken
    )
    {
        await http.Response.CompleteAsync();
        body.Position = 0;
        return body.Length == 0 || http.Response.ContentType == "application/gzip"
            ? (http.Response.StatusCode, null)
            : (http.Response.StatusCode, await JsonNode.ParseAsync(body, cancellationToken: cancellationToken));
    }

    private static void Set(OpenApiOperation operation, (int Status, JsonNode? Body) answer)
    {
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (
            operation.Responses!.TryGetValue(status, out var response)
            && response.Content?.Values.FirstOrDefault() is OpenApiMediaType content
        )
        {
            content.Example = answer.Body;
        }
    }

    private static string PathOf(string template, Dictionary<string, string> values) =>
        values.Aggregate(
            template,
            (path, pair) => path.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal)
        );
}
