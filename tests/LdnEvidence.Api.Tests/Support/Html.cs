using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Pages as browsers ask for them and read them.</summary>
internal static class Html
{
    /// <summary>What a browser sends of itself.</summary>
    public const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsStrictMode = false });

    public static async Task<HttpResponseMessage> Ask(this HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for a page and expects it with this status.</summary>
    public static async Task<IHtmlDocument> Page(
        this HttpClient client,
        string address,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        using var response = await client.Ask(address);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, $"{address}: {body}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", address);
        return Parser.ParseDocument(body);
    }

    /// <summary>The addresses on this site that a page leads to.</summary>
    public static IEnumerable<string> Addresses(this IParentNode page) =>
        page.QuerySelectorAll("[href], [src], [action]")
            .Select(element =>
                element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!
            )
            .Where(address => address.StartsWith('/'));

    /// <summary>The text of an element on one line.</summary>
    public static string Line(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
