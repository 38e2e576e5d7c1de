using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Domain;
using Swashbuckle.AspNetCore.Swagger;

namespace LdnEvidence.Api.OpenApi;

/// <summary>The OpenAPI document of the latest release, created when it is first asked for: its examples are that release's.</summary>
internal sealed class ServedDocument(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private (int Release, JsonObject Document)? _created;

    /// <summary>Sends the document as JSON.</summary>
    public static Task Json(HttpContext http) => Send(http, "application/json; charset=utf-8", DocumentText.Json);

    /// <summary>Sends the document as YAML.</summary>
    public static Task Yaml(HttpContext http) => Send(http, "application/yaml; charset=utf-8", DocumentText.Yaml);

    public void Dispose() => _one.Dispose();

    private static async Task Send(HttpContext http, string contentType, Func<JsonObject, string> write)
    {
        var services = http.RequestServices;
        var catalogue = services.GetRequiredService<ReleaseReader>();
        if (catalogue.Select(number: null, asOf: null) is not null)
        {
            await new ProblemResult(Error.CatalogueUnavailable()).ExecuteAsync(http);
            return;
        }

        var (request, response, release) = (http.Request, http.Response, catalogue.Release);
        var tag = EntityTags.Of(release, request, services.GetRequiredService<Representation>());
        switch (Preconditions.Evaluate(request, tag, Freshness.LastModified(release)))
        {
            case ConditionResult.Failed:
                await new ProblemResult(Error.PreconditionFailed("If-Match or If-Unmodified-Since")).ExecuteAsync(http);
                return;
            case ConditionResult.Held:
                Freshness.Describe(response, tag, release, isNamed: false);
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
        }

        Freshness.Describe(response, tag, release, isNamed: false);
        var document = await services.GetRequiredService<ServedDocument>().Of(release, http.RequestAborted);
        var body = Encoding.UTF8.GetBytes(write(Below(request.PathBase, document)));
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The document of a service that is reached below a path.</summary>
    private static JsonObject Below(PathString path, JsonObject document)
    {
        if (!path.HasValue)
        {
            return document;
        }

        var moved = document.DeepClone().AsObject();
        moved["servers"]![0]!["url"] = $"{path.ToUriComponent()}/";
        return moved;
    }

    private async Task<JsonObject> Of(Release release, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_created is not { } created || created.Release != release.Number)
            {
                await using var scope = scopes.CreateAsyncScope();
                var described = await scope
                    .ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>()
                    .GetSwaggerAsync(OpenApiServices.Document);
                created = (release.Number, await DocumentText.Finish(described, cancellationToken));
                _created = created;
            }

            return created.Document;
        }
        finally
        {
            _one.Release();
        }
    }
}
