using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Formats;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Answers;

/// <summary>All formats but JSON send the whole list: the records of the pages, in their order.</summary>
public sealed class WholeListTests(LongCatalogue catalogue) : IClassFixture<LongCatalogue>
{
    [Theory]
    [InlineData("", 151)]
    [InlineData("sort=-id", 151)]
    [InlineData("sort=kind,-id", 151)]
    [InlineData("kind=safety", 75)]
    [InlineData("kind=safety&sort=-id", 75)]
    [InlineData("limit=1", 1)]
    [InlineData("limit=33&sort=-id", 33)]
    [InlineData("limit=100", 100)]
    [InlineData("q=claim&sort=relevance", 151)]
    [InlineData("q=nobodysays", 0)]
    public async Task The_records_are_those_of_the_pages(string query, int count)
    {
        // A limit cuts the list off, so the pages to compare with are those of the list without it.
        var pages = string.Join(
            '&',
            query.Split('&').Where(part => !part.StartsWith("limit=", StringComparison.Ordinal))
        );
        var walked = await catalogue.Client.Walk($"/api/v1/claims?{pages}".TrimEnd('?'));
        List<string> expected = [.. walked.Take(count)];
        expected.Count.ShouldBe(count);

        (await Lines($"claims?format=ndjson&{query}"))
            .Select(line => line["id"]!.GetValue<string>())
            .ShouldBe(expected);
        (await Csv($"claims?format=csv&{query}")).Skip(1).Select(row => row[0]).ShouldBe(expected);
    }

    [Fact]
    public async Task Each_line_is_the_record_as_it_stands_at_its_own_address()
    {
        var text = await Text("claims?format=ndjson&limit=3");

        text.ShouldEndWith("\n");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var id = JsonNode.Parse(line)!["id"]!.GetValue<string>();
            (await Text($"claims/{id}")).ShouldBe(line);
        }
    }

    [Fact]
    public async Task The_header_row_of_a_table_stands_there_without_records_too()
    {
        var whole = await Csv("claims?format=csv");
        var empty = await Csv("claims?format=csv&q=nobodysays");

        empty.Count.ShouldBe(1);
        empty[0].ShouldBe(whole[0]);
        (await Text("claims?format=ndjson&q=nobodysays")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cursor=x", "cursor")]
    [InlineData("facets=kind", "facets")]
    [InlineData("include=studies", "include")]
    [InlineData("q=claim&highlight=true", "highlight")]
    public async Task What_belongs_to_pages_is_refused(string query, string parameter)
    {
        foreach (var format in new[] { "ndjson", "csv" })
        {
            var problem = await catalogue.Client.GetProblem(
                $"/api/v1/claims?format={format}&{query}",
                HttpStatusCode.BadRequest,
                "invalid-parameter"
            );
            problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe([parameter]);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/claims?{query}");
        request.Headers.TryAddWithoutValidation("Accept", "text/csv");
        using var response = await catalogue.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-parameter", query);
    }

    [Fact]
    public async Task The_cursor_of_a_page_is_refused_too()
    {
        var next = (await catalogue.Client.Get("/api/v1/claims"))["next"]!.GetValue<string>();

        var problem = await catalogue.Client.GetProblem(
            $"{next}&format=ndjson",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        problem["errors"]!["cursor"]![0]!.GetValue<string>().ShouldContain("whole list");
    }

    [Fact]
    public async Task A_list_without_pages_links_to_no_page_of_the_list()
    {
        using var response = await catalogue.Client.GetAsync(
            "/api/v1/claims?format=csv",
            TestContext.Current.CancellationToken
        );

        var links = response.Headers.GetValues("Link").Single();
        links.ShouldEndWith("</search>; rel=\"alternate\"; type=\"text/html\"");
        links.ShouldNotContain("rel=\"first\"");
        links.ShouldNotContain("rel=\"next\"");
        response.Headers.GetValues("Catalogue-Release").ShouldBe(["1"]);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
    }

    [Fact]
    public async Task A_mark_for_spreadsheets_makes_another_answer_with_another_etag()
    {
        using var plain = await catalogue.Client.GetAsync(
            "/api/v1/claims?format=csv",
            TestContext.Current.CancellationToken
        );
        using var marked = await catalogue.Client.GetAsync(
            "/api/v1/claims?format=csv-excel",
            TestContext.Current.CancellationToken
        );

        var body = await marked.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        body.ShouldBe([
            0xEF,
            0xBB,
            0xBF,
            .. await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
        ]);
        marked.Content.Headers.ContentType.ShouldBe(plain.Content.Headers.ContentType);
        marked.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    public async Task Limits_are_those_of_pages(string limit) =>
        await catalogue.Client.GetProblem(
            $"/api/v1/claims?format=csv&{limit}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

    [Fact]
    public async Task A_release_that_is_no_longer_the_latest_is_sent_whole_as_it_was()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        var before = await client.GetStringAsync("/api/v1/claims?format=ndjson", TestContext.Current.CancellationToken);
        seed.Claims.Add(Given.AClaim("a-newcomer"));
        await app.Publish();

        (
            await client.GetStringAsync("/api/v1/claims?format=ndjson&release=1", TestContext.Current.CancellationToken)
        ).ShouldBe(before);
        (
            await client.GetStringAsync("/api/v1/claims?format=ndjson", TestContext.Current.CancellationToken)
        ).ShouldContain("a-newcomer");
    }

    private async Task<List<JsonNode>> Lines(string address) =>
        [
            .. (await Text(address))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!),
        ];

    private async Task<IReadOnlyList<IReadOnlyList<string>>> Csv(string address) => StrictCsv.Read(await Text(address));

    private async Task<string> Text(string address)
    {
        using var response = await catalogue.Client.GetAsync(
            $"/api/v1/{address}",
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>A catalogue with more claims than a page can have, started once for all tests that only read it.</summary>
public sealed class LongCatalogue : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;

    public LongCatalogue()
    {
        for (var number = 1; number <= 150; number++)
        {
            _seed.Claims.Add(
                Given.AClaim($"claim-{number * 7919 % 1000:000}", kind: number % 2 == 0 ? "safety" : "usage")
            );
        }

        _app = CatalogueApp.On(_seed);
        Client = _app.CreateClient();
    }

    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _app.Dispose();
        _seed.Dispose();
    }
}
