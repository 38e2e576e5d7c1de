using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>Excerpts show why a record was found, and are safe to show.</summary>
public sealed class SnippetTests
{
    [Fact]
    public async Task What_was_searched_for_is_marked_in_the_published_text()
    {
        (string Statement, string Query, string Snippet)[] examples =
        [
            ("LDN eases pain.", "pain", "LDN eases <mark>pain</mark>."),
            ("LDN eases Pain & pain.", "pain", "LDN eases <mark>Pain</mark> &amp; <mark>pain</mark>."),
            (
                "It eases severe burning pain.",
                "\"severe burning\" it",
                "<mark>It</mark> eases <mark>severe burning</mark> pain."
            ),
            ("It shrinks tumours.", "tumor*", "It shrinks <mark>tumours</mark>."),
            (
                "Straße: Sjøgren's œdème.",
                "sjogren oedeme strasse",
                "<mark>Straße</mark>: <mark>Sjøgren&#39;s</mark> <mark>œdème</mark>."
            ),
            ("<b>pain</b> \"x\"", "pain", "&lt;b&gt;<mark>pain</mark>&lt;/b&gt; &quot;x&quot;"),
            ("<mark>bold</mark> pain", "pain", "&lt;mark&gt;bold&lt;/mark&gt; <mark>pain</mark>"),
        ];
        foreach (var (statement, query, snippet) in examples)
        {
            using var catalogue = await Statement(statement);

            catalogue.Snippets(Collection.Claims, query).ShouldBe([snippet], query);
        }
    }

    [Fact]
    public async Task However_a_text_writes_what_was_searched_for_it_is_marked()
    {
        (string Statement, string Query, string Snippet)[] examples =
        [
            ("Of anti-inflammatory drugs.", "antiinflammatory", "Of <mark>anti-inflammatory</mark> drugs."),
            ("Of anti inflammatory drugs.", "antiinflammatory", "Of <mark>anti inflammatory</mark> drugs."),
            ("Of antiinflammatory drugs.", "anti-inflammatory", "Of <mark>antiinflammatory</mark> drugs."),
            ("Of β-endorphin.", "beta endorphin", "Of <mark>β-endorphin</mark>."),
            ("Of 4.5mg a day.", "4.5 mg", "Of <mark>4.5mg</mark> a day."),
            ("Of Traoré and others.", "traore\u0301", "Of <mark>Traoré</mark> and others."),
            ("Of Crohn’s.", "crohns", "Of <mark>Crohn’s</mark>."),
            ("In randomised trials.", "randomiz* trial", "In <mark>randomised</mark> <mark>trials</mark>."),
            (
                "See doi:10.1002/ana.22006.",
                "https://doi.org/10.1002/ANA.22006",
                "See doi:<mark>10.1002/ana.22006</mark>."
            ),
        ];
        foreach (var (statement, query, snippet) in examples)
        {
            using var catalogue = await Statement(statement);

            catalogue.Snippets(Collection.Claims, query).ShouldBe([snippet], query);
        }
    }

    [Fact]
    public async Task What_is_found_has_an_excerpt_and_nothing_else_has()
    {
        var text = Laws.OneOf("anti", "dote", "antidote", "dotes", "β", "2", "β2", "in", "vitro", "tumour", "Crohn's")
            .Array[1, 4]
            .SelectMany(words => Laws.OneOf(" ", "-", ", ", "").Select(sign => string.Join(sign, words)));
        var statements = text.Array[60].Single();
        using var seed = SeedFiles.Minimal();
        foreach (var (number, statement) in statements.Index())
        {
            var claim = Given.AClaim($"claim-{number}");
            claim["statement"] = $"It says: {statement}.";
            seed.Claims.Add(claim);
        }

        using var catalogue = await SearchedCatalogue.On(seed);
        int[] all = [.. Enumerable.Range(1, statements.Length + 1)];

        text.Sample(
            query =>
                catalogue
                    .Search.Snippets(1, Collection.Claims, SearchedCatalogue.Parse(query), all)
                    .Keys.Order()
                    .ToArray()
                    .ShouldBe([.. catalogue.Positions(Collection.Claims, query)], query),
            iter: 100,
            threads: 1
        );
    }

    [Fact]
    public async Task A_long_text_is_cut_around_the_place_with_most_matches()
    {
        var words = Enumerable.Range(100, 200).Select(number => $"word{number}").ToArray();
        words[20] = "pain";
        words[150] = "severe";
        words[152] = "pain";
        using var catalogue = await Statement(string.Join(' ', words));

        var snippet = catalogue.Snippets(Collection.Claims, "severe pain").ShouldHaveSingleItem();

        snippet.ShouldStartWith("… word");
        snippet.ShouldEndWith(" …");
        snippet.ShouldContain("word249 <mark>severe</mark> word251 <mark>pain</mark> word253");
        snippet.Length.ShouldBeLessThan(Excerpt.Length * 3 / 2);
    }

    [Fact]
    public async Task A_record_that_was_found_by_a_synonym_shows_that_synonym_alone()
    {
        using var seed = SeedFiles.Minimal();
        var condition = Given.ACondition("hiv-infection");
        condition["name"] = "HIV infection";
        condition["synonyms"] = new JsonArray("HIV", "human immunodeficiency virus infection");
        seed.Conditions.Add(condition);
        seed.Claims.Add(Given.AClaim("on-it", conditions: ["hiv-infection"]));
        using var catalogue = await SearchedCatalogue.On(seed);

        catalogue
            .Snippets(Collection.Claims, "immunodeficiency")
            .ShouldBe(["human <mark>immunodeficiency</mark> virus infection"]);
    }

    [Fact]
    public async Task A_record_that_does_not_match_has_no_excerpt()
    {
        using var catalogue = await Statement("LDN eases pain.");

        catalogue
            .Search.Snippets(1, Collection.Claims, SearchedCatalogue.Parse("pain"), [1, 2, 99])
            .Keys.ShouldBe(catalogue.Positions(Collection.Claims, "pain"));
    }

    private static async Task<SearchedCatalogue> Statement(string statement)
    {
        using var seed = SeedFiles.Minimal();
        var claim = Given.AClaim("a-claim");
        claim["statement"] = statement;
        seed.Claims.Add(claim);
        return await SearchedCatalogue.On(seed);
    }
}
