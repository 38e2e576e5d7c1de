using System.Globalization;
using LdnEvidence.Benchmarks.Driver;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>
/// The requests of each row, in an order that looks random and is always the same. Nothing in a set repeats; a load walks through the whole set before
/// it begins again, so a cache that cannot hold all of it never has what is asked next.
/// </summary>
internal static class Requests
{
    /// <summary>No set is longer: the client keeps it in memory.</summary>
    private const int Most = 200_000;

    private const string Claims = "/api/v1/claims";

    private static readonly string[] Levels = ["pilot-trial", "case-series", "anecdotal"];

    /// <summary>Page sizes around the usual one, their mean: they make other addresses of the same work.</summary>
    private static readonly int[] NearTwenty = [.. Enumerable.Range(16, 9)];

    private static readonly int[] FarAroundTwenty = [.. Enumerable.Range(5, 31)];

    public static string FirstClaim(string scale) =>
        scale == "S" ? $"{Claims}/eff-hiv-cd4" : $"{Claims}/{Scale.ClaimId(0)}";

    public static List<string> EachClaim(Scale scale) =>
        Shuffled(Enumerable.Range(0, scale.Claims).Select(claim => $"{Claims}/{Scale.ClaimId(claim)}"));

    public static List<string> PagesByConditionAndLevel(Scale scale) =>
        Shuffled(
            from condition in Enumerable.Range(0, scale.Conditions)
            from level in Levels
            from limit in NearTwenty
            select Text($"{Claims}?condition={Scale.ConditionId(condition)}&evidenceLevel={level}&limit={limit}")
        );

    public static List<string> RareWords(Scale scale) =>
        Shuffled(Enumerable.Range(0, scale.RareWords).Select(word => $"{Claims}?q={Words.Rare(word)}"));

    public static List<string> CommonWords() =>
        Shuffled(
            from word in Enumerable.Range(0, Words.CommonCount)
            from limit in FarAroundTwenty
            select Text($"{Claims}?q={Words.Common(word)}&limit={limit}")
        );

    /// <summary>Pages that begin at so many neighbouring places of the list of all claims, after this share of it.</summary>
    public static async Task<List<string>> PagesAfter(
        ServerProcess service,
        int records,
        int places,
        CancellationToken cancellationToken
    )
    {
        const int longest = 100;
        string? cursor = null;
        for (var passed = 0; passed < records; passed += longest)
        {
            cursor = await Next(cursor, longest);
        }

        var cursors = new List<string>();
        while (cursors.Count < places)
        {
            cursor = await Next(cursor, 1);
            cursors.Add(cursor);
        }

        return Shuffled(
            from place in cursors
            from limit in NearTwenty
            select Text($"{Claims}?limit={limit}&release=1&cursor={place}")
        );

        async Task<string> Next(string? from, int limit)
        {
            var address = Text($"{Claims}?limit={limit}&release=1") + (from is null ? "" : $"&cursor={from}");
            var page = await service.Client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
            var link = string.Join(", ", page.EnsureSuccessStatusCode().Headers.GetValues("Link"));
            var next = link.Split("cursor=");
            return next is [_, var rest]
                ? rest[..rest.IndexOfAny(['>', '&'])]
                : throw new MeasureException("The list ended before the place that was looked for.");
        }
    }

    private static List<string> Shuffled(IEnumerable<string> requests)
    {
        var order = requests.ToArray();
        var draw = new Draw(Draw.Sequence.Order, order.Length);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = draw.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return [.. order.Take(Most)];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
