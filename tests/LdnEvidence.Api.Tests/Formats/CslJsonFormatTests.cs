using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class CslJsonFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    [Fact]
    public void An_item_has_the_whole_reference()
    {
        var expected = JsonNode.Parse(
            """
            [
              {
                "id": "tester-2020",
                "type": "article-journal",
                "title": "A study",
                "author": [{ "family": "Tester", "given": "Theodora" }],
                "container-title": "Journal of Tests",
                "container-title-short": "J Tests",
                "issued": { "date-parts": [[2020]] },
                "volume": "7",
                "issue": "2",
                "page": "11-19",
                "DOI": "10.1000/test.1",
                "PMID": "12345678",
                "PMCID": "PMC7654321",
                "ISSN": "1234-5679",
                "note": "PMID: 12345678\nPMCID: PMC7654321"
              }
            ]
            """
        );

        JsonNode.DeepEquals(JsonNode.Parse(Written.One("csl-json", ARecord.Study())), expected).ShouldBeTrue();
    }

    [Fact]
    public void Every_shipped_study_is_an_item_with_its_pmid_in_the_note()
    {
        var studies = stored.Of<StudyResponse>();

        var items = Items(Written.List("csl-json", typeof(StudyResponse), stored.Documents(typeof(StudyResponse))));

        items.Select(item => (string)item!["id"]!).ShouldBe(studies.Select(study => study.Id));
        items
            .Select(item =>
                ((string?)item!["note"])
                    ?.Split('\n')
                    .SingleOrDefault(line => line.StartsWith("PMID: ", StringComparison.Ordinal))
            )
            .ShouldBe(studies.Select(study => study.Pmid is null ? null : $"PMID: {study.Pmid}"));
    }

    [Fact]
    public void Unverified_parts_are_the_printed_ones_and_say_so()
    {
        var item = Items(
            Written.One("csl-json", ARecord.Study() with { Title = null, Authors = [], Pmid = null, Pmcid = null })
        )[0]!;

        ((string)item["title"]!).ShouldBe("A printed study");
        item["author"]!.ToJsonString().ShouldBe("""[{"literal":"Tester T et al."}]""");
        ((string)item["note"]!)
            .Split('\n')
            .ShouldBe([
                "Title as printed in the source document, not verified.",
                "Authors as printed in the source document, not verified.",
            ]);
    }

    [Fact]
    public void What_is_not_known_is_absent()
    {
        var study = ARecord.Study() with
        {
            JournalAbbreviation = null,
            Volume = null,
            Issue = null,
            Pages = null,
            Doi = null,
            Pmid = null,
            Pmcid = null,
            Issn = [],
        };

        Items(Written.One("csl-json", study))[0]!
            .AsObject()
            .Select(member => member.Key)
            .ShouldBe(["id", "type", "title", "author", "container-title", "issued"]);
    }

    [Fact]
    public void An_empty_list_is_an_empty_array() => Items(Written.List<StudyResponse>("csl-json")).ShouldBeEmpty();

    private static JsonArray Items(string text) => JsonNode.Parse(text)!.AsArray();
}
