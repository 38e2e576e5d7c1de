using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Requests;

/// <summary>A body that no program could read is the caller's fault, whatever is wrong with it.</summary>
public sealed class UnreadableBodyTests : IDisposable
{
    private const string Impact = "/api/v1/impact";

    private const string ReleaseMember = ""","release":1}]""";

    private readonly LoggedLines _log = new();
    private readonly CatalogueApp _app;
    private readonly HttpClient _client;

    public UnreadableBodyTests()
    {
        _app = new CatalogueApp(SeedFiles.Minimal().Save()) { Settings = _log.Capture };
        _client = _app.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string, string> Bodies =>
        new()
        {
            { "nothing", [], "", "Line 1, byte 1: It cannot be read as JSON" },
            { "half a list", [.. "[{"u8], "", "Line 1, byte 3: It cannot be read as JSON" },
            { "byte FF in a value", [.. "[{\"claim\":\"a"u8, 0xFF, .. "\"}]"u8], "", "Line 1, byte 13: The byte FF" },
            { "byte FF in a name", [.. "[\n{\""u8, 0xFF, .. "\":1}]"u8], "", "Line 2, byte 3: The byte FF" },
            { "UTF-16", Encoding.Unicode.GetBytes("[]"), "", "Line 1, byte 2: It cannot be read as JSON" },
            { "a byte order mark", [0xEF, 0xBB, 0xBF, .. "[]"u8], "", "without a byte order mark" },
            { "NUL", [.. "[\0]"u8], "", "Line 1, byte 2: It cannot be read as JSON" },
            { "a surrogate in bytes", [.. "[\""u8, 0xED, 0xA0, 0x80, .. "\"]"u8], "", "Line 1, byte 3: The byte ED" },
            {
                "half of a character in a value",
                [.. Encoding.UTF8.GetBytes($$"""[{"claim":"\ud800"{{ReleaseMember}}""")],
                "/0/claim",
                "Line 1, byte 11: The text has an escape"
            },
            {
                "halves the wrong way round",
                [.. Encoding.UTF8.GetBytes($$"""[{"claim":"\udc00\ud800"{{ReleaseMember}}""")],
                "/0/claim",
                "The text has an escape"
            },
            {
                "half of a character in a name",
                [.. """[{"claim":"a","release":1},{"\udfff":1}]"""u8],
                "/1",
                "Line 1, byte 29: The member name has an escape"
            },
            {
                "a member twice",
                [.. Encoding.UTF8.GetBytes($$"""[{"claim":"a","cl\u0061im":"b"{{ReleaseMember}}""")],
                "/0/claim",
                "Line 1, byte 15: The member occurs twice"
            },
            { "a member twice, far inside", [.. """[[{"a/b":{"~":1,"~":2}}]]"""u8], "/0/0/a~1b/~0", "occurs twice" },
            { "depth", [.. Enumerable.Repeat((byte)'[', 1000)], "", "at most 64 levels deep" },
            { "a comment", [.. "[] // none"u8], "", "Line 1, byte 4: It cannot be read as JSON" },
            { "a comma too many", [.. "[1,]"u8], "", "Line 1, byte 4: It cannot be read as JSON" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Its_place_is_named_and_the_log_has_nothing_of_it(
        string kind,
        byte[] body,
        string place,
        string message
    )
    {
        using var response = await Post(body, "application/json");

        var problem = await response.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-body", kind);
        var (named, messages) = problem["errors"]!.AsObject().ShouldHaveSingleItem();
        named.ShouldBe(place);
        messages!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain(message);
        _log.Alarming.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_of_any_size_are_numbers()
    {
        foreach (var number in new[] { "1e999999", "-1e-999999", new string('9', 100_000), "0.00000001" })
        {
            using var response = await Post(
                Encoding.UTF8.GetBytes($$"""[{"claim":"test-claim","release":{{number}}}]"""),
                "application/json"
            );

            var problem = await response.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-body", number[..8]);
            problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe(["/0/release"]);
        }
    }

    [Theory]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON;charset=utf-8;x=y")]
    public async Task A_type_may_be_written_in_other_ways(string type)
    {
        using var response = await Post("[{\"claim\":\"test-claim\",\"release\":1}]"u8, type);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An answer is a problem or, where the body reads as JSON by another reader too, a 200.</summary>
    [Fact]
    public async Task Ten_thousand_broken_bodies_are_never_the_services_fault()
    {
        var bodies = new BrokenBodies(seed: 20261201);
        var statuses = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < 10_000; i++)
        {
            var (body, type) = bodies.Next();
            var subject = $"body {i}, {type}: {Convert.ToBase64String(body.AsSpan(0, Math.Min(body.Length, 600)))}";
            using var response = await Post(body, type);

            statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
            if (response.StatusCode == HttpStatusCode.OK)
            {
                Should.NotThrow(() => ReadStrictly(body), subject);
                continue;
            }

            var code = response.StatusCode switch
            {
                HttpStatusCode.UnsupportedMediaType => "unsupported-media-type",
                HttpStatusCode.RequestEntityTooLarge => "body-too-large",
                _ => "invalid-body",
            };
            await response.ShouldBeProblem(
                code == "invalid-body" ? HttpStatusCode.BadRequest : response.StatusCode,
                code,
                subject
            );
        }

        statuses.Values.Sum().ShouldBe(10_000);
        statuses.Keys.ShouldBe(
            [
                HttpStatusCode.OK,
                HttpStatusCode.BadRequest,
                HttpStatusCode.UnsupportedMediaType,
                HttpStatusCode.RequestEntityTooLarge,
            ],
            ignoreOrder: true
        );
        statuses[HttpStatusCode.BadRequest].ShouldBeGreaterThan(5000);
        _log.Alarming.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
        _log.Dispose();
    }

    private static void ReadStrictly(byte[] body)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body);
        JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
    }

    private Task<HttpResponseMessage> Post(ReadOnlySpan<byte> body, string? type)
    {
        var content = new ByteArrayContent(body.ToArray());
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        }

        return _client.PostAsync(Impact, content, Cancellation);
    }
}
