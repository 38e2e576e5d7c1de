using System.Net;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Tests.Formats;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http.Answers;

/// <summary>What an address sends in a format is what the format makes of the records of its JSON answer.</summary>
public sealed class FormatAnswersTests(ShippedCatalogue catalogue, StoredRecords stored)
    : IClassFixture<ShippedCatalogue>,
        IClassFixture<StoredRecords>
{
    [Theory]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("csl-json")]
    [InlineData("vancouver")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task Studies_and_references_in_the_order_of_the_list(string format)
    {
        foreach (
            var address in new[]
            {
                "studies",
                "studies?sort=-year",
                "studies?q=naltrexone",
                "claims/dose-ldn-range/references?sort=-year",
            }
        )
        {
            var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var ids = (await catalogue.Client.Get($"/api/v1/{address}{separator}limit=100")).Ids();
            ids.Length.ShouldBeGreaterThan(1);

            (await Text($"{address}{separator}format={format}", format)).ShouldBe(
                Written.List(format, typeof(StudyResponse), ids.Select(stored.Document<StudyResponse>)),
                address
            );
        }
    }

    [Theory]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("csl-json")]
    [InlineData("vancouver")]
    public async Task One_study(string format) =>
        (await Text($"studies/smith-2007?format={format}", format)).ShouldBe(
            Written.One(format, stored.Of<StudyResponse>().Single(study => study.Id == "smith-2007"))
        );

    [Fact]
    public async Task Linked_data_of_every_kind_of_record_that_has_it()
    {
        await ShouldBeLinkedData<ClaimResponse>("claims", "eff-hiv-cd4");
        await ShouldBeLinkedData<StudyResponse>("studies", "smith-2007");
        await ShouldBeLinkedData<ConditionResponse>("conditions", "crohns-disease");
        await ShouldBeLinkedData<MechanismResponse>("mechanisms", "natural-killer-cell-activation");
        await ShouldBeLinkedData<OutcomeResponse>("outcomes", "cd4-count");
    }

    [Theory]
    [InlineData("conditions", typeof(ConditionResponse))]
    [InlineData("mechanisms", typeof(MechanismResponse))]
    [InlineData("outcomes", typeof(OutcomeResponse))]
    [InlineData("claims", typeof(ClaimResponse))]
    [InlineData("evidence-levels", typeof(EvidenceLevelResponse))]
    public async Task Every_list_as_lines_and_as_a_table(string list, Type kind)
    {
        foreach (var format in new[] { "ndjson", "csv" })
        {
            (await Text($"{list}?format={format}", format)).ShouldBe(
                Written.List(format, kind, stored.Documents(kind))
            );
        }
    }

    [Fact]
    public async Task Releases_are_lines_and_a_table_newest_first()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        seed.Claims.Add(Given.AClaim("a-newcomer"));
        await app.Publish();

        var table = await client.GetStringAsync("/api/v1/releases?format=csv", TestContext.Current.CancellationToken);
        var lines = await client.GetStringAsync(
            "/api/v1/releases?format=ndjson",
            TestContext.Current.CancellationToken
        );

        StrictCsv.Records(table).Select(row => row["number"]).ShouldBe(["2", "1"]);
        lines.TrimEnd('\n').Split('\n').Select(line => line[..11]).ShouldBe(["{\"number\":2", "{\"number\":1"]);
    }

    [Theory]
    [InlineData("claims?format=csv")]
    [InlineData("studies?format=bibtex")]
    [InlineData("studies/smith-2007?format=jsonld")]
    public async Task Asked_again_the_answer_is_the_same(string address)
    {
        var first = await Text(address, address.Split('=')[1]);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await Text(address, address.Split('=')[1])).ShouldBe(first);
        }

        (await catalogue.Client.Get($"/api/v1/{address.Split('?')[0]}")).AsObject().Count.ShouldBeGreaterThan(1);
    }

    private async Task ShouldBeLinkedData<TRecord>(string collection, string id) =>
        (await Text($"{collection}/{id}?format=jsonld", "jsonld")).ShouldBe(
            Written.One("jsonld", RecordBody.Read<TRecord>(stored.Document<TRecord>(id)))
        );

    private async Task<string> Text(string address, string format)
    {
        using var response = await catalogue.Client.GetAsync(
            $"/api/v1/{address}",
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        response.Content.Headers.ContentType!.ToString().ShouldBe(Written.Format(format).ContentType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
