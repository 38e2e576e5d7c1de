using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Site;

/// <summary>Follows every address of every answer, resolved as a browser or a client would, and sees that it stays below a path and answers.</summary>
internal sealed partial class AddressWalk(HttpClient client, string path)
{
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Walks from addresses that are written from the service's root.</summary>
    public async Task From(IEnumerable<string> addresses)
    {
        var queue = new Queue<string>(addresses.Select(address => path + address));
        while (queue.TryDequeue(out var address))
        {
            if (!Seen.Add(address))
            {
                continue;
            }

            using var response = await client.Ask(address);
            ((int)response.StatusCode).ShouldBeLessThan(500, address);
            foreach (var link in await Addresses(address, response))
            {
                var target = new Uri(new Uri(client.BaseAddress!, address), link);
                if (target.Host != client.BaseAddress!.Host)
                {
                    continue;
                }

                (target.AbsolutePath + "/").ShouldStartWith($"{path}/", Case.Sensitive, $"{link} in {address}");
                if (IsWalked(address, response))
                {
                    queue.Enqueue(target.PathAndQuery);
                }
            }
        }
    }

    /// <summary>What leads somewhere is followed; searches can be narrowed down without end, and so can lists be paged.</summary>
    private bool IsWalked(string address, HttpResponseMessage response)
    {
        var isError = response.StatusCode >= HttpStatusCode.BadRequest;
        if (
            isError
            && !address.Contains("no-such")
            && !address.Contains("nowhere")
            && !address.EndsWith("pmid/1", StringComparison.Ordinal)
        )
        {
            Assert.Fail($"{address} answers {(int)response.StatusCode}");
        }

        return !isError
            && !(address.StartsWith($"{path}/search?", StringComparison.Ordinal) && address.Contains('&'))
            && !address.Contains("cursor=", StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Addresses(string address, HttpResponseMessage response)
    {
        List<string> headers = [.. response.Links().Values];
        if (response.Headers.Location is { } location)
        {
            headers.Add(location.OriginalString);
        }

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return response.Content.Headers.ContentType?.MediaType switch
        {
            // The document describes addresses from the server that it names.
            _ when address.EndsWith("openapi.json", StringComparison.Ordinal) => headers,
            "text/html" => [.. headers, .. Html(body)],
            "text/csv" => [.. headers, .. Cell().Matches(body).Select(cell => cell.Groups["address"].Value)],
            "application/x-ndjson" =>
            [
                .. headers,
                .. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Json),
            ],
            { } json when json.EndsWith("json", StringComparison.Ordinal) => [.. headers, .. Json(body)],
            _ => headers,
        };
    }

    private static IEnumerable<string> Html(string body)
    {
        var page = new HtmlParser().ParseDocument(body);
        return
        [
            .. page.QuerySelectorAll("[href], [src], [action]")
                .Select(element =>
                    element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!
                )
                .Where(address => !address.StartsWith('#') && !address.StartsWith("data:", StringComparison.Ordinal)),
            .. page.QuerySelectorAll("script[type='application/ld+json']")
                .SelectMany(script => Json(script.TextContent)),
        ];
    }

    /// <summary>Every text that is an address from the root, whichever member it is of.</summary>
    private static IEnumerable<string> Json(string json)
    {
        var (found, nodes) = (new List<string>(), new Stack<JsonNode?>([JsonNode.Parse(json)]));
        while (nodes.TryPop(out var node))
        {
            foreach (
                var child in node switch
                {
                    JsonObject members => members.Select(member => member.Value),
                    JsonArray items => items,
                    _ => [],
                }
            )
            {
                nodes.Push(child);
            }

            if (node is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('/'))
            {
                found.Add(text);
            }
        }

        return found;
    }

    [GeneratedRegex("(?<=^|,)(?<address>/[^,\r\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();
}
