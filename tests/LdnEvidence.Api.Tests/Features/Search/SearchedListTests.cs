using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>Lists that are narrowed by words.</summary>
public sealed partial class SearchedListTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [InlineData("conditions", "crohn", "crohns-disease")]
    [InlineData("mechanisms", "killer", "natural-killer-cell-activation")]
    [InlineData("outcomes", "cd4", "cd4-count")]
    [InlineData("studies", "smith", "smith-2007")]
    [InlineData("claims", "cd4", "eff-hiv-cd4")]
    [InlineData("conditions/crohns-disease/claims", "remission", null)]
    public async Task Words_narrow_every_list(string address, string q, string? found)
    {
        var whole = (await catalogue.Client.Get($"/api/v1/{address}?limit=100")).Ids();
        var list = await catalogue.Client.Get($"/api/v1/{address}?limit=100&q={q}");

        whole.Intersect(list.Ids()).ShouldBe(list.Ids(), "the default order stays");
        list["total"]!.GetValue<int>().ShouldBe(list.Ids().Length);
        list.Ids().Length.ShouldBeLessThan(Math.Max(whole.Length, 2));
        if (found is not null)
        {
            list.Ids().ShouldContain(found);
        }
    }

    [Theory]
    [InlineData("evidence-levels?q=pilot")]
    [InlineData("releases?q=1")]
    [InlineData("claims/eff-hiv-cd4/references?q=hiv")]
    [InlineData("claims/eff-hiv-cd4?q=hiv")]
    [InlineData("claims/eff-hiv-cd4/references?highlight=true")]
    public async Task Other_lists_do_not_know_the_parameter(string address) =>
        await catalogue.Client.GetProblem($"/api/v1/{address}", HttpStatusCode.BadRequest, "invalid-parameter");

    [Theory]
    [InlineData("pain", "kind=efficacy")]
    [InlineData("ldn", "evidenceLevel=pilot-trial&kind=efficacy")]
    [InlineData("disease", "condition=autoimmune-disease&includeNarrower=true")]
    [InlineData("cell*", "direction=increases")]
    public async Task Words_and_filters_must_both_hold(string q, string filter)
    {
        var words = await catalogue.Client.Walk($"/api/v1/claims?q={q}");
        var filtered = await catalogue.Client.Walk($"/api/v1/claims?{filter}");

        (await catalogue.Client.Walk($"/api/v1/claims?q={q}&{filter}")).ShouldBe(words.Intersect(filtered));
        (await catalogue.Client.Walk($"/api/v1/claims?q={q}&{filter}&sort=relevance&limit=2"))
            .Order()
            .ShouldBe(words.Intersect(filtered).Order());
    }

    [Fact]
    public async Task The_best_match_comes_first_and_pages_go_on_from_it()
    {
        using var seed = SeedFiles.Minimal();
        seed.Claims.Add(Said("a-long", "Among many other things and after many words, LDN may also calm a zebra."));
        seed.Claims.Add(Said("z-short", "LDN calms a zebra; zebra, zebra."));
        seed.Claims.Add(Said("m-cited", "LDN is said to do something.", note: "It mentions a zebra."));
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();

        (await client.Get("/api/v1/claims?q=zebra&sort=relevance")).Ids().ShouldBe(["z-short", "a-long", "m-cited"]);
        (await client.Walk("/api/v1/claims?q=zebra&sort=relevance&limit=1")).ShouldBe(["z-short", "a-long", "m-cited"]);
        (await client.Get("/api/v1/claims?q=zebra&sort=id")).Ids().ShouldBe(["a-long", "m-cited", "z-short"]);
    }

    [Theory]
    [InlineData("claims?sort=relevance")]
    [InlineData("claims?q=pain&sort=-relevance")]
    [InlineData("claims?q=pain&sort=relevance,id")]
    [InlineData("claims?q=pain&sort=id,relevance")]
    [InlineData("studies?sort=relevance")]
    public async Task Relevance_needs_words_and_stands_alone(string address)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!["sort"]!
            .AsArray()
            .Select(message => message!.GetValue<string>())
            .ShouldContain("relevance needs q, and stands alone: sort=relevance.");
    }

    [Theory]
    [InlineData("claims?highlight=true")]
    [InlineData("conditions?highlight=true&sort=name")]
    public async Task Marking_needs_words(string address)
    {
        var problem = await catalogue.Client.GetProblem(
            $"/api/v1/{address}",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        problem["errors"]!.AsObject().Select(fault => fault.Key).ShouldBe(["highlight"]);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("conditions")]
    [InlineData("mechanisms")]
    [InlineData("outcomes")]
    [InlineData("studies")]
    public async Task Each_item_of_a_page_has_an_excerpt_with_marks(string list)
    {
        var page = await catalogue.Client.Get($"/api/v1/{list}?q=di*&highlight=true&limit=4");
        page.Ids().ShouldNotBeEmpty();

        Excerpts(page).Keys.ShouldBe(page.Ids(), ignoreOrder: true);
        Excerpts(page).Values.ShouldAllBe(excerpt => excerpt.Contains("<mark>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Excerpts_are_keyed_by_id_whatever_members_are_picked()
    {
        var whole = await catalogue.Client.Get("/api/v1/claims?q=pain&highlight=true");

        (await catalogue.Client.Get("/api/v1/claims?q=pain&highlight=true&fields=kind"))["highlights"]!
            .ToJsonString()
            .ShouldBe(whole["highlights"]!.ToJsonString());
        (await catalogue.Client.Get("/api/v1/claims?q=pain&highlight=false"))["highlights"].ShouldBeNull();
    }

    [Fact]
    public async Task An_excerpt_can_be_shown_as_it_is()
    {
        using var seed = SeedFiles.Minimal();
        seed.Claims.Add(
            Said("evil", "<script>alert('zebra')</script> <mark>a & b</mark> \"zebra\" <img src=x onerror=y>")
        );
        using var app = CatalogueApp.On(seed);

        var page = await app.CreateClient().Get("/api/v1/claims?q=zebra%20script&highlight=true");

        var excerpt = Excerpts(page)["evil"];
        Regex.Count(excerpt, "<mark>zebra</mark>", RegexOptions.None).ShouldBe(2);
        // Beside our own marks nothing is left that begins a tag or an entity.
        var rest = Mark().Replace(excerpt, string.Empty);
        rest.ShouldNotContain('<');
        rest.ShouldNotContain('>');
        Entity().Replace(rest, string.Empty).ShouldNotContain('&');
        WebUtility.HtmlDecode(rest).ShouldContain("<img src=x onerror=y>");
    }

    [GeneratedRegex("</?mark>")]
    private static partial Regex Mark();

    [GeneratedRegex("&(#\\d+|#x[0-9a-fA-F]+|[a-z]+);")]
    private static partial Regex Entity();

    private static Dictionary<string, string> Excerpts(JsonNode page) =>
        page["highlights"]!
            .AsObject()
            .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);

    private static JsonObject Said(string id, string statement, string note = "It reports this.")
    {
        var citation = Given.ACitation("tester-2020");
        citation["note"] = note;
        var claim = Given.AClaim(id, citations: [citation]);
        claim["statement"] = statement;
        return claim;
    }
}
