using System.Text.RegularExpressions;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>Whatever header tells a caller something, a page of another origin may read.</summary>
public sealed partial class ExposedHeadersTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    /// <summary>Headers that a browser shows to every page (the CORS-safelisted ones of the Fetch standard).</summary>
    private static readonly string[] Safelisted =
    [
        "Cache-Control",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "Expires",
        "Last-Modified",
        "Pragma",
    ];

    /// <summary>Headers that tell the browser itself something, or frame the message.</summary>
    private static readonly string[] ForTheBrowser =
    [
        "Content-Security-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
        "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers",
        "Transfer-Encoding",
        "Date",
    ];

    private static readonly string[] Exposed = AnswerHeaders.Exposed.Split(',');

    [Fact]
    public async Task Every_header_that_is_sent_is_exposed()
    {
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string[] more =
        [
            "/",
            "/claims/eff-hiv-cd4",
            "/search?q=",
            "/claims",
            "/swagger",
            "/assets/site.css",
            "/api/v1/lookup/pmid/17222320",
            "/api/v1/claims?format=csv",
            "/api/v1/claims/no-such",
            "/health/ready",
        ];
        using var client = catalogue.Unfollowed();
        foreach (var address in Endpoints.Addresses.Select(row => row.Data.Item2).Concat(more))
        {
            foreach (
                var (method, name, value) in new[]
                {
                    ("GET", "Accept-Encoding", "br"),
                    ("GET", "Range", "bytes=1-"),
                    ("GET", "If-None-Match", "*"),
                    ("GET", "If-Match", "\"other\""),
                    ("OPTIONS", "Accept", "*/*"),
                    ("DELETE", "Accept", "*/*"),
                }
            )
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                request.Headers.TryAddWithoutValidation("Origin", "https://clinic.example");
                request.Headers.TryAddWithoutValidation(name, value);
                using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                sent.UnionWith(response.Headers.Concat(response.Content.Headers).Select(header => header.Key));
            }
        }

        sent.ShouldContain("Location");
        sent.ShouldContain("Content-Disposition");
        sent.ShouldContain("Allow");
        sent.Except([.. Exposed, .. Safelisted, .. ForTheBrowser], StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public void Every_header_of_the_document_is_exposed_or_the_browsers_own()
    {
        var design = File.ReadAllText(Path.Combine(Folders.Repository, "src/API-DESIGN.md"));
        var headers = design[design.IndexOf("## Headers", StringComparison.Ordinal)..];
        var documented = Row()
            .Matches(headers[..headers.IndexOf("**CORS.**", StringComparison.Ordinal)])
            .Select(row => row.Groups["name"].Value)
            .ToList();

        documented.Count.ShouldBeGreaterThan(15);
        documented.Except([.. Exposed, "Cache-Control", .. ForTheBrowser]).ShouldBeEmpty();
        Exposed.Except(["Deprecation", "Sunset"]).Except(documented).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
