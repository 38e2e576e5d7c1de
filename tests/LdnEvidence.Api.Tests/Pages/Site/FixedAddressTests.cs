using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LdnEvidence.Api.Http.Site;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Http.Site;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Pages.Site;

/// <summary>What programs look for at fixed addresses, at the root and below a path.</summary>
public sealed partial class FixedAddressTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const string Site = "http://localhost";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "/.well-known/api-catalog",
        "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""
    )]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/llms.txt", "text/markdown; charset=utf-8")]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/problems", "application/json; charset=utf-8")]
    [InlineData("/assets/site.css", "text/css; charset=utf-8")]
    [InlineData("/assets/site.js", "text/javascript; charset=utf-8")]
    [InlineData("/assets/icon.svg", "image/svg+xml")]
    public async Task It_is_served_in_each_coding_under_a_tag_of_its_own_and_confirmed(string address, string type)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var accepted in new[] { "identity", "gzip", "br", "zstd", "gzip" })
        {
            var answer = await Answered.To(catalogue.Client, address, null, ("Accept-Encoding", accepted));
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer["Content-Type"].ShouldBe(type);
            answer["Vary"].ShouldContain("Accept-Encoding");
            answer["Cache-Control"].ShouldStartWith("public, max-age=");
            var coding =
                answer.Headers.FirstOrDefault(line => line.StartsWith("Content-Encoding", StringComparison.Ordinal))
                ?? "";
            if (tags.TryGetValue(coding, out var before))
            {
                answer["ETag"].ShouldBe(before);
            }
            else
            {
                tags.Values.ShouldNotContain(answer["ETag"]);
            }

            tags[coding] = answer["ETag"];
            var held = await Answered.To(
                catalogue.Client,
                address,
                null,
                ("Accept-Encoding", accepted),
                ("If-None-Match", answer["ETag"])
            );
            held.Status.ShouldBe(HttpStatusCode.NotModified, accepted);
            var head = await Answered.To(catalogue.Client, address, HttpMethod.Head, ("Accept-Encoding", accepted));
            head.Status.ShouldBe(HttpStatusCode.OK);
            head["ETag"].ShouldBe(answer["ETag"]);
        }

        tags.Count.ShouldBe(address == "/favicon.ico" ? 1 : 4);
        (await Answered.To(catalogue.Client, address, null, ("If-Match", "\"other\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (
            await Answered.To(catalogue.Client, address, null, ("If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"))
        ).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_asset_that_does_not_exist_is_a_404() =>
        await catalogue.Client.GetProblem("/assets/no-such.css", HttpStatusCode.NotFound, "address-not-found");

    [Fact]
    public async Task The_icon_is_an_icon()
    {
        var icon = (await Answered.To(catalogue.Client, "/favicon.ico")).Body;

        icon[..6].ShouldBe(new byte[] { 0, 0, 1, 0, 3, 0 });
        // Each picture is a PNG, at the place that its entry names.
        for (var picture = 0; picture < 3; picture++)
        {
            var entry = icon.AsSpan(6 + (16 * picture), 16);
            var (length, offset) = (BitConverter.ToInt32(entry[8..]), BitConverter.ToInt32(entry[12..]));
            Encoding.ASCII.GetString(icon, offset + 1, 3).ShouldBe("PNG");
            (offset + length).ShouldBeLessThanOrEqualTo(icon.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ldn")]
    public async Task The_catalog_leads_to_the_API_and_to_what_describes_it(string path)
    {
        using var proxy = BehindAProxy.ThatTellsThePath();
        var (client, site) =
            path.Length == 0 ? (catalogue.Client, Site) : (proxy.Client, $"http://evidence.example{path}");
        using var response = await client.GetAsync($"{path}/.well-known/api-catalog", Cancellation);
        response.Links()["api-catalog"].ShouldBe($"{path}/.well-known/api-catalog");
        var linkset = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["linkset"]!.AsArray();

        linkset
            .Select(context => context!["anchor"]!.GetValue<string>())
            .ShouldBe([$"{site}/.well-known/api-catalog", $"{site}/api/v1"]);
        linkset[0]!["item"]![0]!["href"]!.GetValue<string>().ShouldBe($"{site}/api/v1");
        foreach (var relation in new[] { "service-desc", "service-doc", "status" })
        {
            foreach (var target in linkset[1]![relation]!.AsArray())
            {
                await ShouldAnswer(client, target!["href"]!.GetValue<string>(), target["type"]!.GetValue<string>());
            }
        }
    }

    [Fact]
    public async Task The_sitemap_has_the_page_of_every_record()
    {
        var addresses = Locations(await catalogue.Client.GetStringAsync("/sitemap.xml", Cancellation));

        addresses.ShouldBeUnique();
        addresses.Count(address => address.StartsWith($"{Site}/claims/", StringComparison.Ordinal)).ShouldBe(67);
        addresses.Count(address => address.StartsWith($"{Site}/studies/", StringComparison.Ordinal)).ShouldBe(11);
        addresses.ShouldContain($"{Site}/");
        foreach (var address in addresses)
        {
            using var response = await catalogue.Client.Ask(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", address);
        }
    }

    [Fact]
    public async Task A_sitemap_has_parts_that_together_have_the_same_pages()
    {
        Locations(await catalogue.Client.GetStringAsync("/sitemap-1.xml", Cancellation))
            .ShouldBe(Locations(await catalogue.Client.GetStringAsync("/sitemap.xml", Cancellation)));
        foreach (var part in new[] { "0", "2", "-1", "x", "99999999999" })
        {
            await catalogue.Client.GetProblem($"/sitemap-{part}.xml", HttpStatusCode.NotFound, "address-not-found");
        }
    }

    [Fact]
    public async Task Crawlers_may_have_pages_and_what_they_load_and_nothing_else()
    {
        using var proxy = BehindAProxy.ThatTellsThePath();

        (await catalogue.Client.GetStringAsync("/robots.txt", Cancellation)).ShouldBe(
            "User-agent: *\nAllow: /\nAllow: /assets/\nDisallow: /api/\nDisallow: /*?\n\nSitemap: http://localhost/sitemap.xml\n"
        );
        (await proxy.Client.GetStringAsync("/ldn/robots.txt", Cancellation)).ShouldBe(
            "User-agent: *\nAllow: /ldn/\nAllow: /ldn/assets/\nDisallow: /ldn/api/\nDisallow: /ldn/*?\n\nSitemap: http://evidence.example/ldn/sitemap.xml\n"
        );
    }

    [Fact]
    public async Task Language_models_are_told_the_rules_and_every_link_answers()
    {
        var text = await catalogue.Client.GetStringAsync("/llms.txt", Cancellation);

        text.ShouldStartWith("# LDN Evidence\n\n> ");
        text.ShouldContain("no medical advice");
        foreach (
            var member in new[]
            {
                "display.text",
                "display.caveat",
                "display.mustNotSay",
                "fidelity.toSource.label",
                "levelIsMeaningful",
                "correction",
            }
        )
        {
            text.ShouldContain($"`{member}`");
        }

        var links = Link().Matches(text).Select(link => link.Groups["address"].Value).ToList();
        links.Count.ShouldBeGreaterThan(10);
        foreach (var link in links)
        {
            using var response = await catalogue.Client.Ask(link);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_security_text() =>
        await catalogue.Client.GetProblem("/.well-known/security.txt", HttpStatusCode.NotFound, "address-not-found");

    [Fact]
    public async Task A_contact_is_named_for_half_a_year_from_today()
    {
        using var app = new CatalogueApp
        {
            Settings = services =>
                services.Configure<SiteOptions>(site => site.SecurityContact = "mailto:security@clinic.example"),
        };
        using var client = app.CreateClient();
        for (var time = 0; time < 3; time++)
        {
            (await client.GetStringAsync("/.well-known/security.txt", Cancellation)).ShouldBe(
                "Contact: mailto:security@clinic.example\nExpires: 2026-09-10T00:00:00Z\nPreferred-Languages: en\nCanonical: http://localhost/.well-known/security.txt\n"
            );
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        (await client.GetStringAsync("/.well-known/security.txt", Cancellation)).ShouldContain(
            "Expires: 2026-09-11T00:00:00Z"
        );
    }

    [Theory]
    [InlineData("security@clinic.example")]
    [InlineData("http://clinic.example/report")]
    [InlineData("javascript:alert(1)")]
    [InlineData("somebody")]
    public void A_contact_is_an_address(string contact)
    {
        var options = new SiteOptions { SecurityContact = contact };

        options.Validate(new(options)).Single().ErrorMessage!.ShouldContain($"'{contact}'");
    }

    private static async Task ShouldAnswer(HttpClient client, string address, string type)
    {
        using var response = await client.Ask(address);
        if (response.StatusCode == HttpStatusCode.MovedPermanently)
        {
            return;
        }

        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type.Split(';')[0], address);
    }

    private static List<string> Locations(string sitemap) =>
        [
            .. XDocument
                .Parse(sitemap)
                .Descendants()
                .Where(node => node.Name.LocalName == "loc")
                .Select(node => node.Value),
        ];

    [GeneratedRegex(@"\]\((?<address>[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
