using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using Microsoft.OpenApi.Reader;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>The OpenAPI document is small, says everything once, and is served like any other answer.</summary>
public sealed class DocumentShapeTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const int MaxBytes = 250_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => ["/openapi.json", "/openapi.yaml", "/swagger/v1/swagger.json"];

    [Fact]
    public async Task It_is_small_and_of_a_version_that_tools_know()
    {
        var text = await catalogue.Client.GetByteArrayAsync("/openapi.json", Cancellation);

        text.Length.ShouldBeLessThan(MaxBytes);
        Encoding.UTF8.GetString(text).ShouldStartWith("{\"openapi\":\"3.1.1\",");
        (await catalogue.Client.GetByteArrayAsync("/swagger/v1/swagger.json", Cancellation)).ShouldBe(text);
    }

    [Fact]
    public async Task The_yaml_says_what_the_json_says()
    {
        var json = await Read("/openapi.json", "json");
        var yaml = await Read("/openapi.yaml", "yaml");

        JsonNode.DeepEquals(yaml, json).ShouldBeTrue();
    }

    [Fact]
    public async Task Problems_headers_and_examples_stand_once()
    {
        var api = await DescribedApi.Read(catalogue.Client);
        foreach (var operation in api.Operations)
        {
            foreach (var (status, response) in operation.Node["responses"]!.AsObject())
            {
                if (status[0] is '2' || status == "303")
                {
                    response!["headers"]!
                        .AsObject()
                        .ShouldAllBe(header => header.Value!["$ref"] != null, $"{operation.Id} {status}");
                    (response["content"]?.AsObject() ?? [])
                        .SelectMany(content => content.Value!["examples"]?.AsObject() ?? [])
                        .ShouldAllBe(example => example.Value!["$ref"] != null, $"{operation.Id} {status}");
                }
                else
                {
                    response!["$ref"].ShouldNotBeNull($"{operation.Id} {status}");
                }
            }
        }

        var inline = api
            .Operations.SelectMany(operation => operation.Node["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["$ref"] is null && parameter["in"]!.ToString() == "query")
            .Select(parameter => parameter!.ToJsonString())
            .ToList();
        inline.ShouldBeUnique("a parameter of several operations stands among the components");
    }

    [Fact]
    public async Task Null_is_the_last_of_the_types()
    {
        var types = All((await DescribedApi.Read(catalogue.Client)).Document)
            .OfType<JsonObject>()
            .Select(node => node["type"])
            .OfType<JsonArray>()
            .Select(type => string.Join(',', type.Select(one => one!.ToString())))
            .ToList();

        types.Count.ShouldBeGreaterThan(30);
        types.ShouldAllBe(type => type.EndsWith(",null", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_map_and_every_closed_list_has_a_name()
    {
        var api = await DescribedApi.Read(catalogue.Client);
        var named = api.Schemas.Select(schema => schema.Value!).ToHashSet();
        var described = All(api.Document).OfType<JsonObject>().Where(node => node["type"] is JsonValue).ToList();

        described
            .Where(node => node["additionalProperties"] is JsonObject && !named.Contains(node))
            .ShouldBeEmpty("a map");
        described
            .Where(node => node["enum"] is JsonArray { Count: > 1 } && !named.Contains(node))
            .Select(node => node.GetPath())
            .Where(path => !path.Contains("@type", StringComparison.Ordinal))
            .ShouldBeEmpty("a closed list");
        new[] { "Highlights", "FacetCounts", "HiddenClaims", "ErrorMap", "ListFormat" }.ShouldBeSubsetOf(
            api.Schemas.Select(schema => schema.Key)
        );
    }

    [Theory]
    [InlineData("ClaimPage", "facets,heldBack,absences,included,highlights")]
    [InlineData("StudyPage", "facets,highlights")]
    [InlineData("ConditionPage", "highlights")]
    [InlineData("MechanismPage", "highlights")]
    [InlineData("OutcomePage", "highlights")]
    [InlineData("ReferencePage", "")]
    [InlineData("EvidenceLevelPage", "")]
    [InlineData("ReleasePage", "")]
    public async Task The_envelope_of_a_list_has_only_the_members_that_it_can_have(string page, string optional)
    {
        var schema = (await DescribedApi.Read(catalogue.Client)).Schemas[page]!;
        string[] always = ["items", "total", "next", "release"];

        schema["required"]!.AsArray().Select(name => name!.ToString()).ShouldBe(always, ignoreOrder: true);
        schema["properties"]!
            .AsObject()
            .Select(member => member.Key)
            .Except(always)
            .ShouldBeSubsetOf([.. optional.Split(','), "unmatchedCodes"]);
        optional
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBeSubsetOf(schema["properties"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Everything_that_is_named_is_used()
    {
        var text = await catalogue.Client.GetStringAsync("/openapi.json", Cancellation);
        foreach (var (kind, parts) in JsonNode.Parse(text)!["components"]!.AsObject())
        {
            foreach (var (name, _) in parts!.AsObject())
            {
                text.ShouldContain($"\"#/components/{kind}/{name}\"", Case.Sensitive, $"{kind} {name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_copy_is_confirmed(string address)
    {
        using var first = await catalogue.Client.GetAsync(address, Cancellation);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromMinutes(1));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var held = await catalogue.Client.SendAsync(again, Cancellation);
        held.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        held.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await held.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        using var head = await catalogue.Client.SendAsync(new(HttpMethod.Head, address), Cancellation);
        head.Content.Headers.ContentLength.ShouldBe(first.Content.Headers.ContentLength);
    }

    private async Task<JsonNode> Read(string address, string format)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var stream = new MemoryStream(await catalogue.Client.GetByteArrayAsync(address, Cancellation));
        var read = await Microsoft.OpenApi.OpenApiDocument.LoadAsync(stream, format, settings, Cancellation);
        read.Diagnostic!.Errors.ShouldBeEmpty(address);
        using var text = new StringWriter();
        read.Document!.SerializeAsV31(new Microsoft.OpenApi.OpenApiJsonWriter(text));
        return JsonNode.Parse(text.ToString())!;
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Key is not ("example" or "examples" or "value"))
                .SelectMany(member => All(member.Value))
                .Prepend(members),
            JsonArray entries => entries.SelectMany(All),
            _ => [],
        };
}
