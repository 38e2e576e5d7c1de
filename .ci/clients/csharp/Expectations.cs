using System.IO.Compression;
using System.Text.Json;
using System.Web;

namespace Clients;

/// <summary>What each client must be able to do; the values are compared with what the service says to a plain request.</summary>
internal sealed class Expectations(ICatalogue catalogue, HttpClient http)
{
    public IEnumerable<(string Wish, Func<Task> Expect)> All() =>
        [
            ("list with array filters, an order and counts", Filters),
            ("one record", OneRecord),
            ("a 404 as a typed problem", Missing),
            ("no level where none was sent", NoLevel),
            ("POST /impact", Impact),
            ("a walk to the last page", Walk),
            ("CSV", Csv),
            ("download of a release", Download),
            ("look-up", LookUp),
        ];

    private async Task Filters()
    {
        var found = await catalogue.FilteredAsync();
        var plain = await PlainAsync(
            "?evidenceLevel=pilot-trial&evidenceLevel=case-series&kind=efficacy&kind=safety&sort=-id&limit=100"
        );
        Same(plain.GetProperty("total").GetInt32(), found.Total);
        Same(Ids(plain), string.Join(' ', found.Items.Select(claim => claim.Id)));
        Same(true, found.Items.All(claim => claim.Level is "PilotTrial" or "CaseSeries"));
        Same(true, found is { LevelsCounted: > 0, FidelitiesCounted: > 0 });
    }

    private async Task OneRecord() =>
        Same(new Claim("eff-hiv-cd4", "PilotTrial", "Contradicted", 55), await catalogue.ClaimAsync("eff-hiv-cd4"));

    private async Task Missing()
    {
        try
        {
            await catalogue.ClaimAsync("no-such-claim");
        }
        catch (CatalogueProblemException problem)
        {
            Same((404, 0), (problem.Status, problem.Errors));
            Same(true, problem.Type.EndsWith("/problems/claim-not-found", StringComparison.Ordinal));
            Same(true, problem.Message.Contains("no-such-claim", StringComparison.Ordinal));
            return;
        }

        throw new InvalidOperationException("a claim that does not exist must be answered with a problem");
    }

    private async Task NoLevel()
    {
        string? level;
        try
        {
            level = await catalogue.LevelThatIsNotSentAsync("eff-hiv-cd4");
        }
        catch (Exception refused) when (refused.Message.Contains("deserialize", StringComparison.Ordinal))
        {
            level = null;
        }

        Same(null, level);
    }

    private async Task Impact()
    {
        var impact = await catalogue.ImpactAsync(("eff-hiv-cd4", 1), ("no-such-claim", 1));
        Same("(eff-hiv-cd4, Unchanged) (no-such-claim, Unknown)", string.Join(' ', impact));
    }

    private async Task Walk()
    {
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var (page, next) = await catalogue.PageAsync(20, cursor);
            ids.AddRange(page);
            cursor = next is null
                ? null
                : HttpUtility.ParseQueryString(new Uri(http.BaseAddress!, next).Query)["cursor"];
        } while (cursor is not null);

        var total = (await PlainAsync("")).GetProperty("total").GetInt32();
        Same((total, total), (ids.Count, ids.Distinct().Count()));
    }

    private async Task Csv() =>
        Same(
            await http.GetStringAsync(new Uri("api/v1/claims?format=csv", UriKind.Relative)),
            await catalogue.CsvAsync()
        );

    private async Task Download()
    {
        await using var content = new GZipStream(await catalogue.DownloadAsync(1), CompressionMode.Decompress);
        var lines = (await new StreamReader(content).ReadToEndAsync()).Split('\n');
        Same("manifest", JsonDocument.Parse(lines[0]).RootElement.GetProperty("kind").GetString());
        Same(true, lines.Any(line => line.Contains("\"eff-hiv-cd4\"", StringComparison.Ordinal)));
    }

    private async Task LookUp() =>
        Same("studies/smith-2007", string.Join(' ', await catalogue.LookUpAsync("10.1111/j.1572-0241.2007.01045.x")));

    private async Task<JsonElement> PlainAsync(string query)
    {
        await using var answer = await http.GetStreamAsync(new Uri("api/v1/claims" + query, UriKind.Relative));
        return (await JsonDocument.ParseAsync(answer)).RootElement;
    }

    private static string Ids(JsonElement page) =>
        string.Join(
            ' ',
            page.GetProperty("items").EnumerateArray().Select(claim => claim.GetProperty("id").GetString())
        );

    private static void Same<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"expected {expected}, but it is {actual}");
        }
    }
}
