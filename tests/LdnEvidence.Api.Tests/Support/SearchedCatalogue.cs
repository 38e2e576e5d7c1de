using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>A published catalogue with its full-text index, and short ways to search it.</summary>
internal sealed class SearchedCatalogue : IDisposable
{
    private readonly CatalogueApp _app;

    private SearchedCatalogue(CatalogueApp app) => _app = app;

    public ICatalogueSearch Search => _app.Services.GetRequiredService<ICatalogueSearch>();

    public string DatabaseFile => _app.DatabaseFile;

    public static async Task<SearchedCatalogue> On(SeedFiles seed)
    {
        var catalogue = new SearchedCatalogue(CatalogueApp.On(seed));
        await catalogue._app.CreateClient().Get("/api/v1");
        return catalogue;
    }

    /// <summary>Publishes the seed files as they are now.</summary>
    public async Task<int> Publish() => (await _app.Publish()).Number;

    public List<int> Positions(Collection collection, string query, int release = 1)
    {
        var positions = new List<int>();
        Search.Find(release, collection, Parse(query), positions);
        return positions;
    }

    /// <summary>The ids of the records that match, in their order.</summary>
    public Task<string[]> Find(Collection collection, string query, int release = 1) =>
        Ids(collection, Positions(collection, query, release), release);

    /// <summary>The ids of the records that match, the best match first.</summary>
    public Task<string[]> Rank(Collection collection, string query, int release = 1)
    {
        var positions = new List<int>();
        Search.Rank(release, collection, Parse(query), positions);
        return Ids(collection, positions, release);
    }

    /// <summary>The excerpts of all records that match, in their order.</summary>
    public string[] Snippets(Collection collection, string query)
    {
        var positions = Positions(collection, query);
        var snippets = Search.Snippets(1, collection, Parse(query), positions);
        snippets.Count.ShouldBe(positions.Count, query);
        return [.. positions.Select(position => snippets[position])];
    }

    public void Dispose() => _app.Dispose();

    public static SearchExpression Parse(string query)
    {
        SearchExpression.TryParse(query, out var expression, out var problem).ShouldBeTrue($"{query}: {problem}");
        return expression!;
    }

    private async Task<string[]> Ids(Collection collection, List<int> positions, int release)
    {
        var ids = await _app.Read(db =>
            Rows(db, collection)
                .Where(row => row.ReleaseNumber == release)
                .ToDictionaryAsync(row => row.Position, row => row.Id, TestContext.Current.CancellationToken)
        );
        return [.. positions.Select(position => ids[position])];
    }

    private static IQueryable<CatalogueRow> Rows(CatalogueDbContext db, Collection collection) =>
        collection switch
        {
            Collection.Conditions => db.Conditions,
            Collection.Mechanisms => db.Mechanisms,
            Collection.Outcomes => db.Outcomes,
            Collection.Studies => db.Studies,
            _ => db.Claims,
        };
}
