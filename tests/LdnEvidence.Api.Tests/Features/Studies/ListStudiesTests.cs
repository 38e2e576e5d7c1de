using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Studies;

public sealed class ListStudiesTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;

    public ListStudiesTests()
    {
        var amy = Given.AStudy("amy-2010", design: "open-label-trial", standing: "retracted", year: 2010);
        var zoe = Given.AStudy("zoe-2001", design: "case-series", year: 2001);
        amy["pmid"] = "12345678";
        amy["journal"] = "Zeitschrift";
        zoe["doi"] = "10.1000/Mixed.Case";
        zoe["journal"] = "Archive of Tests";
        _seed.Studies.Add(amy);
        _seed.Studies.Add(zoe);
        _seed.Claims.Add(
            Given.AClaim("another", citations: [Given.ACitation("amy-2010"), Given.ACitation("zoe-2001")])
        );
        _app = CatalogueApp.On(_seed);
    }

    [Theory]
    [InlineData("design=case-series", "zoe-2001")]
    [InlineData("design=case-series&design=open-label-trial", "amy-2010", "zoe-2001")]
    [InlineData("design=in-vitro")]
    [InlineData("standing=retracted", "amy-2010")]
    [InlineData("standing=retracted&design=case-series")]
    [InlineData("doi=10.1000/mixed.case", "zoe-2001")]
    [InlineData("doi=https://doi.org/10.1000/MIXED.CASE", "zoe-2001")]
    [InlineData("doi=10.1000/another")]
    [InlineData("pmid=12345678", "amy-2010")]
    [InlineData("pmid=87654321")]
    [InlineData("fromYear=2010", "amy-2010", "tester-2020")]
    [InlineData("toYear=2010", "amy-2010", "zoe-2001")]
    [InlineData("fromYear=2010&toYear=2010", "amy-2010")]
    public async Task Filters_narrow_the_list(string query, params string[] expected)
    {
        var list = await _app.CreateClient().Get($"/api/v1/studies?{query}");

        list.Ids().ShouldBe(expected);
        list["total"]!.GetValue<int>().ShouldBe(expected.Length);
    }

    [Theory]
    [InlineData("id", "amy-2010", "tester-2020", "zoe-2001")]
    [InlineData("year", "zoe-2001", "amy-2010", "tester-2020")]
    [InlineData("-year", "tester-2020", "amy-2010", "zoe-2001")]
    [InlineData("journal", "zoe-2001", "tester-2020", "amy-2010")]
    [InlineData("design", "zoe-2001", "amy-2010", "tester-2020")]
    [InlineData("standing", "tester-2020", "zoe-2001", "amy-2010")]
    public async Task Sort_orders_the_list(string sort, params string[] expected) =>
        (await _app.CreateClient().Get($"/api/v1/studies?sort={sort}")).Ids().ShouldBe(expected);

    public void Dispose()
    {
        _app.Dispose();
        _seed.Dispose();
    }
}
