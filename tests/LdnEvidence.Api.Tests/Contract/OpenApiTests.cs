using System.Net;
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
            Json.Pretty(await catalogue.Client.Get("/openapi.json")),
            "Contract",
            "Golden",
            "openapi.json"
        );

    [Fact]
    public async Task The_document_reads_without_error_or_warning()
    {
        await using var stream = await catalogue.Client.GetStreamAsync("/openapi.json", Cancellation);
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
        var operations = (await DescribedApi.Read(catalogue.Client)).Operations.ToList();

        operations.Count.ShouldBe(Endpoints.Table.Count);
        foreach (var operation in operations)
        {
            operation.Node["summary"]!.GetValue<string>().ShouldEndWith(".", Case.Sensitive, operation.Id);
            operation.Node["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace(operation.Id);
            var endpoint = Endpoints.Table.Single(endpoint => Endpoints.Name(endpoint) == operation.Id);
            var expected = QueryShape
                .Of(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type)
                .Parameters.Select(parameter => parameter.Name);
            operation
                .Parameters.Where(parameter => parameter.In == "query")
                .Select(parameter => parameter.Name)
                .ShouldBe(expected, operation.Id);
            operation
                .Parameters.Count(parameter => parameter.In == "path")
                .ShouldBe(operation.Path.Count(letter => letter == '{'), operation.Id);
            foreach (var parameter in operation.Parameters)
            {
                var name = $"{operation.Id}.{parameter.Name}";
                parameter.Node["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
                (parameter.Examples.Count + (parameter.Values?.Count ?? 0)).ShouldBePositive(name);
            }
        }
    }

    [Fact]
    public async Task Every_response_has_an_example_and_every_error_is_listed()
    {
        var api = await DescribedApi.Read(catalogue.Client);
        foreach (var operation in api.Operations)
        {
            // Of all addresses only the list of releases names nothing that could be missing.
            string[] errors = operation.Id switch
            {
                "ListReleases" => ["400", "406", "412", "429", "500", "503"],
                "AssessImpact" => ["400", "404", "406", "413", "415", "429", "500", "503"],
                _ => ["400", "404", "406", "412", "429", "500", "503"],
            };
            string[] successes = operation.Id switch
            {
                "LookUpRecord" => ["200", "303", "304"],
                "AssessImpact" or "DownloadRelease" => ["200"],
                _ => ["200", "304"],
            };
            operation.Responses.Select(response => response.Status).ShouldBe([.. successes, .. errors], operation.Id);
            foreach (var (status, response) in operation.Responses.Where(pair => pair.Status is not ("303" or "304")))
            {
                var contents = response["content"]!.AsObject();
                contents.ShouldNotBeEmpty($"{operation.Id} {status}");
                foreach (var (type, content) in contents.Where(content => content.Key != "application/gzip"))
                {
                    var example =
                        content!["example"]
                        ?? api.Resolve(content["examples"]!.AsObject().Select(one => one.Value!).Single())["value"];
                    example.ShouldNotBeNull($"{operation.Id} {status} {type}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_example_of_a_parameter_runs()
    {
        foreach (var operation in (await DescribedApi.Read(catalogue.Client)).Reads)
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "query"))
            {
                foreach (var example in parameter.Examples)
                {
                    await catalogue.Client.Get(operation.With(parameter, example));
                }
            }
        }
    }

    [Fact]
    public async Task Limits_of_the_validators_are_shown()
    {
        var schemas = (await DescribedApi.Read(catalogue.Client))
            .Operations.Single(operation => operation.Id == "ListStudies")
            .Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Schema);

        (schemas["limit"]["minimum"]!.GetValue<int>(), schemas["limit"]["maximum"]!.GetValue<int>()).ShouldBe((1, 100));
        (schemas["fromYear"]["minimum"]!.GetValue<int>(), schemas["fromYear"]["maximum"]!.GetValue<int>()).ShouldBe(
            (1800, 2100)
        );
        schemas["release"]["minimum"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Every_closed_list_of_a_record_says_what_each_value_means()
    {
        var api = await DescribedApi.Read(catalogue.Client);
        var named = api
            .Operations.SelectMany(operation => operation.Parameters)
            .SelectMany(parameter => new[] { parameter.Node["schema"], parameter.Node["schema"]!["items"] })
            .Where(schema => schema?["$ref"] is not null)
            .Select(schema => schema!["$ref"]!.GetValue<string>().Split('/')[^1])
            .Where(name => new[] { "Sort", "Facet", "Field" }.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
            .ToHashSet();
        var lists = api.Schemas.Where(schema => schema.Value!["enum"] is not null && !named.Contains(schema.Key));
        var explained = lists
            .Where(schema => schema.Value!["description"]!.GetValue<string>().Contains("\n- `"))
            .ToList();

        explained.Count.ShouldBeGreaterThan(15);
        lists
            .Select(schema => schema.Key)
            .Except(explained.Select(schema => schema.Key))
            .ShouldAllBe(name => name.EndsWith("Format") || name.EndsWith("Include"));
        foreach (var (name, schema) in explained)
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
}
