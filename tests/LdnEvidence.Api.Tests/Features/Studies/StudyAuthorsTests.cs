using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Studies;

/// <summary>Authors and pages of every kind, from the seed to what callers and readers see.</summary>
public sealed class StudyAuthorsTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly Lazy<CatalogueApp> _app;

    public StudyAuthorsTests()
    {
        _app = new(() => CatalogueApp.On(_seed));
        Study["authors"] = JsonNode.Parse(
            """
            [
              { "family": "Nowak", "initials": "Ł" },
              { "family": "Öztürk", "initials": "Ç-É", "given": "Çağla-Éva" },
              { "family": "de la Cruz", "initials": "MA", "suffix": "Jr" },
              { "literal": "World Health Organization" },
              { "family": "Sukarno" }
            ]
            """
        );
        Study["pages"] = "CD013045";
    }

    private JsonNode Study => _seed.Studies[0]!;

    [Fact]
    public async Task The_record_has_every_member_of_every_author()
    {
        var study = await _app.Value.CreateClient().Get("/api/v1/studies/tester-2020");

        JsonNode
            .DeepEquals(
                study["authors"],
                JsonNode.Parse(
                    """
                    [
                      { "family": "Nowak", "initials": "Ł", "given": null, "suffix": null, "literal": null },
                      { "family": "Öztürk", "initials": "Ç-É", "given": "Çağla-Éva", "suffix": null, "literal": null },
                      { "family": "de la Cruz", "initials": "MA", "given": null, "suffix": "Jr", "literal": null },
                      { "family": null, "initials": null, "given": null, "suffix": null, "literal": "World Health Organization" },
                      { "family": "Sukarno", "initials": null, "given": null, "suffix": null, "literal": null }
                    ]
                    """
                )
            )
            .ShouldBeTrue();
        study["pages"]!.GetValue<string>().ShouldBe("CD013045");
    }

    [Theory]
    [InlineData("2018", "12", "CD013045", "2020;2018(12):CD013045.")]
    [InlineData("361", null, "bmj.k1270", "2020;361:bmj.k1270.")]
    [InlineData(null, "6", "CD013045", "2020;(6):CD013045.")]
    [InlineData(null, null, "S12-S18", "2020:S12-S18.")]
    [InlineData("12(Pt 3)", "Suppl 1", "121-129, 131-142", "2020;12(Pt 3)(Suppl 1):121-129, 131-142.")]
    [InlineData("7", null, null, "2020;7.")]
    public async Task The_citation_names_authors_and_place_as_the_library_of_medicine_does(
        string? volume,
        string? issue,
        string? pages,
        string place
    )
    {
        (Study["volume"], Study["issue"], Study["pages"]) = (volume, issue, pages);
        foreach (var empty in new[] { "volume", "issue", "pages" }.Where(member => Study[member] is null))
        {
            Study.AsObject().Remove(empty);
        }

        (await _app.Value.CreateClient().Get("/api/v1/studies/tester-2020"))["citation"]!
            .GetValue<string>()
            .ShouldBe(
                $"Nowak Ł, Öztürk ÇÉ, de la Cruz MA Jr; World Health Organization; Sukarno. The study tester-2020. Journal of Tests. {place}"
            );
    }

    [Theory]
    [InlineData("Does it help?", "Does it help? Journal")]
    [InlineData("It helps", "It helps. Journal")]
    [InlineData("它有效吗？", "它有效吗？ Journal")]
    public async Task A_title_that_asks_gets_no_full_stop(string title, string expected)
    {
        Study["title"] = title;
        Study["printedCitation"]!["title"] = title;

        (await _app.Value.CreateClient().Get("/api/v1/studies/tester-2020"))["citation"]!
            .GetValue<string>()
            .ShouldContain(expected);
    }

    [Theory]
    [InlineData(
        "bibtex",
        "author = {Nowak, Ł. and Öztürk, Çağla-Éva and de la Cruz, Jr, M. A. and {World Health Organization} and {Sukarno}},"
    )]
    [InlineData("ris", "AU  - de la Cruz, M. A., Jr\r\nAU  - World Health Organization\r\nAU  - Sukarno\r\n")]
    [InlineData("ris", "SP  - CD013045\r\n")]
    [InlineData(
        "csl-json",
        """{"family":"de la Cruz","given":"M. A.","suffix":"Jr"},{"literal":"World Health Organization"}"""
    )]
    [InlineData("jsonld", """{"@type":"Organization","name":"World Health Organization"}""")]
    [InlineData("jsonld", "\"honorificSuffix\":\"Jr\"")]
    public async Task Every_format_writes_them(string format, string expected) =>
        (
            await _app
                .Value.CreateClient()
                .GetStringAsync($"/api/v1/studies/tester-2020?format={format}", TestContext.Current.CancellationToken)
        ).ShouldContain(expected);

    [Fact]
    public async Task The_page_gives_them_to_people_and_to_reference_managers()
    {
        var page = await _app
            .Value.CreateClient()
            .GetStringAsync("/studies/tester-2020", TestContext.Current.CancellationToken);

        var text = System.Net.WebUtility.HtmlDecode(page);
        text.ShouldContain("de la Cruz MA Jr; World Health Organization; Sukarno.");
        text.ShouldContain("""<meta name="citation_author" content="de la Cruz, M. A., Jr" />""");
        text.ShouldContain("""<meta name="citation_firstpage" content="CD013045" />""");
        text.ShouldNotContain("citation_lastpage");
    }

    [Theory]
    [InlineData("Łódź", "Nowak")]
    [InlineData("World Health Organization", "World Health Organization")]
    public async Task An_organisation_or_a_person_is_compared_with_the_print(string printed, string first)
    {
        Study["authors"]!.AsArray()[0] = first.Contains(' ', StringComparison.Ordinal)
            ? new JsonObject { ["literal"] = first }
            : new JsonObject { ["family"] = first };
        Study["printedCitation"]!["authors"] = $"{printed}, Tester T";
        Study["identityChecked"] = Given.ACheck();
        Study["discrepancies"] = JsonNode.Parse("""[{ "field": "authors", "note": "Another name is printed." }]""");

        var field = (await _app.Value.CreateClient().Get("/api/v1/studies/tester-2020"))["identity"]!["fields"]!
            .AsArray()
            .Single(field => (string)field!["field"]! == "firstAuthor")!;
        ((string)field["result"]!).ShouldBe(printed == first ? "verified" : "mismatch");
    }

    public void Dispose()
    {
        if (_app.IsValueCreated)
        {
            _app.Value.Dispose();
        }

        _seed.Dispose();
    }
}
