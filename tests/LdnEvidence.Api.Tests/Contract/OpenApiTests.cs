using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi.Reader;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>The document that clients are generated from.</summary>
public sealed class OpenApiTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_the_agreed_one() =>
        Snapshot.Matches(
            await catalogue.Client.GetStringAsync("/swagger/v1/swagger.json", Cancellation),
            "Contract",
            "Golden",
            "openapi.json"
        );

    [Fact]
    public async Task The_document_reads_without_error_or_warning()
    {
        await using var stream = await catalogue.Client.GetStreamAsync("/swagger/v1/swagger.json", Cancellation);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        copy.Position = 0;

        var read = await Microsoft.OpenApi.OpenApiDocument.LoadAsync(
            copy,
            "json",
            new OpenApiReaderSettings(),
            Cancellation
        );

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1);
    }

    [Fact]
    public async Task Every_endpoint_and_every_parameter_of_it_is_described()
    {
        var operations = await Operations();

        operations.Count.ShouldBe(Endpoints.Table.Count);
        foreach (var (path, operation) in operations)
        {
            var name = operation["operationId"]!.GetValue<string>();
            operation["summary"]!.GetValue<string>().ShouldEndWith(".", Case.Sensitive, name);
            operation["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
            var endpoint = Endpoints.Table.Single(endpoint => Endpoints.Name(endpoint) == name);
            var expected = QueryShape
                .Of(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type)
                .Parameters.Select(parameter => parameter.Name);
            var parameters = operation["parameters"]?.AsArray() ?? [];
            parameters.Where(parameter => In(parameter) == "query").Select(Name).ShouldBe(expected, name);
            parameters.Count(parameter => In(parameter) == "path").ShouldBe(path.Count(letter => letter == '{'), name);
            foreach (var parameter in parameters)
            {
                parameter!["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace($"{name}.{Name(parameter)}");
                Examples(parameter).ShouldNotBeEmpty($"{name}.{Name(parameter)}");
            }
        }
    }

    [Fact]
    public async Task Every_answer_has_an_example_and_every_error_is_listed()
    {
        foreach (var (_, operation) in await Operations())
        {
            var name = operation["operationId"]!.GetValue<string>();
            var responses = operation["responses"]!.AsObject();
            // Of all addresses only the list of releases names nothing that could be missing.
            string[] errors =
                name == "ListReleases"
                    ? ["400", "406", "429", "500", "503"]
                    : ["400", "404", "406", "429", "500", "503"];
            errors = name == "AssessImpact" ? ["400", "404", "406", "413", "415", "429", "500", "503"] : errors;
            string[] successes =
                name == "LookUpRecord" ? ["303"]
                : name == "AssessImpact" ? ["200"]
                : ["200", "304"];
            responses.Select(response => response.Key).ShouldBe([.. successes, .. errors], name);
            foreach (var (status, response) in responses.Where(response => response.Key is not ("303" or "304")))
            {
                var contents = response!["content"]!.AsObject();
                contents.ShouldNotBeEmpty($"{name} {status}");
                foreach (var (type, content) in contents.Where(content => content.Key != "application/gzip"))
                {
                    content!["example"].ShouldNotBeNull($"{name} {status} {type}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_example_of_a_parameter_runs()
    {
        foreach (var (path, operation) in await Reads())
        {
            var parameters = operation["parameters"]!.AsArray();
            var address = parameters
                .Where(parameter => In(parameter) == "path")
                .Aggregate(
                    path,
                    (route, parameter) =>
                        route.Replace($"{{{Name(parameter)}}}", Examples(parameter!).Single(), StringComparison.Ordinal)
                );
            foreach (var parameter in parameters.Where(parameter => In(parameter) == "query"))
            {
                foreach (var example in Examples(parameter!))
                {
                    var required = parameters
                        .Where(other => other != parameter && other!["required"]?.GetValue<bool>() == true)
                        .Where(other => In(other) == "query")
                        .Select(other => $"&{Name(other)}={Uri.EscapeDataString(Examples(other!)[0])}");
                    await catalogue.Client.Get(
                        $"{address}?{Name(parameter)}={Uri.EscapeDataString(example)}{string.Concat(required)}"
                    );
                }
            }
        }
    }

    [Fact]
    public async Task What_swagger_ui_fills_in_by_itself_finds_something()
    {
        foreach (var (path, operation) in await Reads())
        {
            if (operation["operationId"]!.GetValue<string>() == "DownloadRelease")
            {
                // Swagger UI offers the file to be saved.
                continue;
            }

            var filled = operation["parameters"]!
                .AsArray()
                .Where(parameter =>
                    In(parameter) == "query"
                    && (parameter!["example"] is not null || parameter["required"]?.GetValue<bool>() == true)
                )
                .Select(parameter => $"{Name(parameter)}={Uri.EscapeDataString(Examples(parameter!)[0])}");
            var address = operation["parameters"]!
                .AsArray()
                .Where(parameter => In(parameter) == "path")
                .Aggregate(
                    path,
                    (route, parameter) =>
                        route.Replace($"{{{Name(parameter)}}}", Examples(parameter!).Single(), StringComparison.Ordinal)
                );

            var answer = await catalogue.Client.Get($"{address}?{string.Join('&', filled)}");

            // Only one release is shipped, and between it and itself nothing has changed.
            if (answer["items"] is JsonArray items && operation["operationId"]!.GetValue<string>() != "CompareReleases")
            {
                items.ShouldNotBeEmpty(operation["operationId"]!.GetValue<string>());
            }
        }
    }

    [Fact]
    public async Task Limits_of_the_validators_are_shown()
    {
        var list = (await Operations())
            .Single(pair => pair.Operation["operationId"]!.GetValue<string>() == "ListStudies")
            .Operation;
        var schemas = list["parameters"]!.AsArray().ToDictionary(Name, parameter => parameter!["schema"]!);

        (schemas["limit"]["minimum"]!.GetValue<int>(), schemas["limit"]["maximum"]!.GetValue<int>()).ShouldBe((1, 100));
        (schemas["fromYear"]["minimum"]!.GetValue<int>(), schemas["fromYear"]["maximum"]!.GetValue<int>()).ShouldBe(
            (1800, 2100)
        );
        schemas["release"]["minimum"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Every_enum_lists_its_values_with_their_meaning()
    {
        var schemas = JsonNode.Parse(await catalogue.Client.GetStringAsync("/swagger/v1/swagger.json", Cancellation))![
            "components"
        ]!["schemas"]!.AsObject();
        var enums = schemas.Where(schema => schema.Value!["enum"] is not null).ToList();

        enums.Count.ShouldBeGreaterThan(8);
        foreach (var (name, schema) in enums)
        {
            foreach (var value in schema!["enum"]!.AsArray())
            {
                schema["description"]!.GetValue<string>().ShouldMatch($"`{value}`: .{{5,}}", name);
            }
        }
    }

    [Fact]
    public async Task Swagger_ui_is_served()
    {
        using var response = await catalogue.Client.GetAsync("/swagger/index.html", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("swagger-ui");
        // Its own scripts and styles must be let in, or the page stays blank.
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    private static string In(JsonNode? parameter) => parameter!["in"]!.GetValue<string>();

    private static string Name(JsonNode? parameter) => parameter!["name"]!.GetValue<string>();

    /// <summary>A parameter's examples as they stand in an address; the empty list stands for leaving the parameter out.</summary>
    private static List<string> Examples(JsonNode parameter) =>
        [
            .. new[] { parameter["example"] }
                .Concat(parameter["schema"]!["examples"]?.AsArray() ?? [])
                .OfType<JsonNode>()
                .Select(example => example.ToString()),
            .. (parameter["examples"]?.AsObject() ?? [])
                .SelectMany(example => example.Value!["value"]!.AsArray())
                .Select(value => value!.ToString()),
        ];

    /// <summary>Those that are asked without a body.</summary>
    private async Task<IEnumerable<(string Path, JsonNode Operation)>> Reads() =>
        (await Operations()).Where(pair => pair.Operation["requestBody"] is null);

    private async Task<List<(string Path, JsonNode Operation)>> Operations()
    {
        var document = JsonNode.Parse(await catalogue.Client.GetStringAsync("/swagger/v1/swagger.json", Cancellation))!;
        return
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Value!))),
        ];
    }
}
