using System.Text.Json.Nodes;
using LdnEvidence.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Examples;

/// <summary>The examples of parameters that depend on what is served: which release, which day, and where a page begins.</summary>
internal sealed class LiveParameters(EndpointCalls calls) : IDocumentAsyncFilter
{
    public async Task ApplyAsync(
        OpenApiDocument swaggerDoc,
        DocumentFilterContext context,
        CancellationToken cancellationToken
    )
    {
        var service = await calls.Ask("GetService", [], string.Empty, accept: null, cancellationToken);
        var day = service.Json!["release"]!["publishedAt"]!.GetValue<string>()[..10];
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                if (parameter.Schema is OpenApiSchema schema)
                {
                    var example = parameter.Name switch
                    {
                        "release" => JsonValue.Create(1),
                        "asOf" => JsonValue.Create(day),
                        "cursor" => JsonValue.Create(await Cursor(operation, cancellationToken)),
                        _ => null,
                    };
                    schema.Examples = example is null ? schema.Examples : [example];
                }
            }
        }
    }

    /// <summary>Where the second page of a list begins; of a list with a single record, where it would.</summary>
    private async Task<string> Cursor(OpenApiOperation operation, CancellationToken cancellationToken)
    {
        var route = LiveExamples.Route(operation);
        var page = await calls.Ask(
            operation.OperationId!,
            route,
            LiveExamples.Question(operation, "limit=1"),
            accept: null,
            cancellationToken
        );
        return page.Json!["next"]?.GetValue<string>() is { } next
            ? next[(next.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length)..]
            : new Cursor(page.Json["release"]!.GetValue<int>(), 1).Write(
                ListRequest.ListAt(calls.PathOf(operation.OperationId!, route))
            );
    }
}
