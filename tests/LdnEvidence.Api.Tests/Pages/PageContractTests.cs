using System.Net;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Contract;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Pages;

/// <summary>What holds for every page, those added tomorrow included.</summary>
public sealed class PageContractTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly Lazy<IReadOnlyList<string>> All = new(() =>
    {
        using var app = new CatalogueApp();
        return
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ValidatedQuery>() is not null)
                .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
                .Select(endpoint => Endpoints.OfRecords(endpoint.RoutePattern.RawText!)),
        ];
    });

    public static IEnumerable<TheoryDataRow<string>> Addresses =>
        All.Value.Select(address => new TheoryDataRow<string>(address));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void There_is_a_page_for_every_kind_of_record() =>
        All.Value.ShouldBe(
            [
                "/",
                "/claims/eff-hiv-cd4",
                "/conditions",
                "/conditions/crohns-disease",
                "/evidence-levels",
                "/mechanisms",
                "/mechanisms/natural-killer-cell-activation",
                "/outcomes",
                "/outcomes/cd4-count",
                "/releases",
                "/search",
                "/studies",
                "/studies/smith-2007",
            ],
            ignoreOrder: true
        );

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_loads_and_runs_nothing_but_its_own_files(string address)
    {
        using var response = await catalogue.Client.Ask(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);

        var page = await catalogue.Client.Page(address);
        page.QuerySelectorAll("[style], style").ShouldBeEmpty();
        page.All.Where(element =>
                element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
        page.QuerySelectorAll("script")
            .Where(script => script.GetAttribute("type") != "application/ld+json")
            .ShouldAllBe(script =>
                script.GetAttribute("src")!.StartsWith("/assets/", StringComparison.Ordinal) && script.TextContent == ""
            );
        page.QuerySelectorAll("link[rel=stylesheet], img, iframe")
            .ShouldAllBe(element => element.GetAttribute("href")!.StartsWith("/assets/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_says_what_it_is(string address)
    {
        var page = await catalogue.Client.Page(address);

        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("footer")!.TextContent.ShouldContain("no medical advice");
        page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_and_its_JSON_lead_to_each_other(string address)
    {
        using var response = await catalogue.Client.Ask(address);
        var json = (await catalogue.Client.Page(address)).QuerySelector("link[rel=alternate]")!.GetAttribute("href")!;

        response.Headers.GetValues("Link").Single().ShouldBe($"<{json}>; rel=\"alternate\"; type=\"application/json\"");
        using var data = await catalogue.Client.GetAsync(json, Cancellation);
        data.StatusCode.ShouldBe(HttpStatusCode.OK);
        string.Join(", ", data.Headers.GetValues("Link"))
            .ShouldContain($"<{address}>; rel=\"alternate\"; type=\"text/html\"");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_kept_and_confirmed_as_the_API_is(string address)
    {
        using var first = await catalogue.Client.Ask(address);
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60, stale-while-revalidate=600");
        first.Headers.Vary.ShouldContain("Accept");
        first.Headers.GetValues("Catalogue-Release").ShouldBe(["1"]);
        var body = await first.Content.ReadAsStringAsync(Cancellation);

        for (var time = 0; time < 2; time++)
        {
            using var again = await catalogue.Client.Ask(address);
            again.Headers.ETag.ShouldBe(first.Headers.ETag);
            (await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe(body);
        }

        using var held = new HttpRequestMessage(HttpMethod.Get, address);
        held.Headers.TryAddWithoutValidation("Accept", Html.Accept);
        held.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var confirmed = await catalogue.Client.SendAsync(held, Cancellation);
        confirmed.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        head.Headers.TryAddWithoutValidation("Accept", Html.Accept);
        using var headers = await catalogue.Client.SendAsync(head, Cancellation);
        headers.StatusCode.ShouldBe(HttpStatusCode.OK);
        headers.Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Of_a_pinned_page_every_link_keeps_to_the_release(string address)
    {
        using var response = await catalogue.Client.Ask($"{address}?release=1");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        var page = await catalogue.Client.Page($"{address}?release=1");
        var links = page.QuerySelectorAll("main a[href^='/'], nav a[href^='/']")
            .Select(link => link.GetAttribute("href")!)
            // A release is named by its own number, and Swagger UI is of no release.
            .Where(link =>
                !link.StartsWith("/swagger", StringComparison.Ordinal)
                && !link.StartsWith("/api/v1/releases", StringComparison.Ordinal)
            )
            .ToList();

        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.Contains("release=1"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_parameter_that_no_page_knows_is_refused_in_words(string address)
    {
        var page = await catalogue.Client.Page($"{address}?colour=red", HttpStatusCode.BadRequest);

        page.QuerySelector("main")!.TextContent.ShouldContain("colour");
    }

    [Fact]
    public async Task Every_address_on_every_page_leads_somewhere()
    {
        var (seen, queue) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(All.Value));
        while (queue.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            using var response = await catalogue.Client.Ask(address);
            response.IsSuccessStatusCode.ShouldBeTrue($"{address} answers {(int)response.StatusCode}");
            // Searches can be narrowed down without end; their own links are followed from the pages above.
            if (
                response.Content.Headers.ContentType?.MediaType != "text/html"
                || address.StartsWith("/swagger", StringComparison.Ordinal)
                || (address.StartsWith("/search?", StringComparison.Ordinal) && address.Contains('&'))
            )
            {
                continue;
            }

            foreach (var link in (await catalogue.Client.Page(address)).Addresses())
            {
                queue.Enqueue(link.Split('#')[0]);
            }
        }

        Records("/claims/").ShouldBe(67);
        Records("/studies/").ShouldBe(11);
        Records("/conditions/").ShouldBe(24);

        int Records(string collection) =>
            seen.Count(address =>
                address.StartsWith(collection, StringComparison.Ordinal)
                && !address.Contains('?', StringComparison.Ordinal)
            );
    }
}
