using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Short ways to ask and to look at the answer.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Pretty(JsonNode node) => node.ToJsonString(Readable);

    /// <summary>Asks and expects a 200.</summary>
    public static async Task<JsonNode> Get(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>Asks and expects a problem of this status and code.</summary>
    public static async Task<JsonNode> GetProblem(
        this HttpClient client,
        string address,
        HttpStatusCode status,
        string code
    )
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await response.ShouldBeProblem(status, code, address);
    }

    public static async Task<JsonNode> ShouldBeProblem(
        this HttpResponseMessage response,
        HttpStatusCode status,
        string code,
        string address
    )
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, $"{address}: {body}");
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", address);
        var problem = JsonNode.Parse(body)!.AsObject();
        problem
            .Select(member => member.Key)
            .Except(["errors"])
            .ShouldBe(["type", "title", "status", "detail", "instance"], address);
        problem["type"]!.GetValue<string>().ShouldBe($"/problems/{code}");
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        problem["detail"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>The ids of a list's records, in its order.</summary>
    public static string[] Ids(this JsonNode list) =>
        [.. list["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];

    /// <summary>Follows next from page to page and gathers all ids.</summary>
    public static async Task<List<string>> Walk(this HttpClient client, string address)
    {
        var ids = new List<string>();
        for (string? next = address; next is not null; )
        {
            var page = await client.Get(next);
            ids.AddRange(page.Ids());
            ids.Count.ShouldBeLessThanOrEqualTo(page["total"]!.GetValue<int>(), "a walk must end");
            next = page["next"]?.GetValue<string>();
        }

        return ids;
    }
}
