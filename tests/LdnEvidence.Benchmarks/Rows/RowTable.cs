using LdnEvidence.Benchmarks.Driver;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Benchmarks.Rows;

/// <summary>All rows, in the order in which they are measured and shown.</summary>
internal static class RowTable
{
    /// <summary>One address again and again.</summary>
    private const double Repeated = 0.60;

    /// <summary>The larger catalogue may be this much slower.</summary>
    private const double NoSlower = 1 / 1.3;

    /// <summary>So many neighbouring places of a list are visited.</summary>
    private const int Places = 2_000;

    public static IReadOnlyList<Row> All { get; } =
    [
        One("s-claim", "one claim", "/api/v1/claims/eff-hiv-cd4"),
        One("s-list", "list", "/api/v1/claims"),
        One("s-filtered", "filtered list", "/api/v1/claims?condition=crohns-disease&evidenceLevel=pilot-trial"),
        One("s-search", "search", "/api/v1/claims?q=crohn"),
        One("s-facets", "facets", "/api/v1/claims?facets=evidenceLevel,kind,condition,fidelity"),
        new AgainstBare("s-map", "S", "the evidence map", 0.30, (_, _) => Task.FromResult<List<string>>(["/"])),
        new AgainstBare("s-304", "S", "304 to `If-None-Match`", 0.80, Held) { Status = 304 },
        new MemoryAfterLoad("s-memory", "S", "resident memory after the loads above", 1.3),
        new ColdStart("s-start", "S", "cold start to the first 200", 0.5),
        new Publication("m-publish", "M", "publish from seed files", 60, 1_000_000_000),
        new AgainstBare("m-claim", "M", "one claim, each another", 0.40, Each(Requests.EachClaim, Scale.M)),
        new AgainstBare(
            "m-page",
            "M",
            "page of 20 by condition and level, each another",
            0.25,
            Each(Requests.PagesByConditionAndLevel, Scale.M)
        ),
        new AgainstOther(
            "m-deep",
            "page 80% into the list of all claims, against its beginning",
            new Side("M", Pages(Scale.M, Scale.M.Claims / 5 * 4)),
            new Side("M", Pages(Scale.M, 0)),
            0.90
        ),
        new AgainstBare("m-rare", "M", "search for a rare word, each another", 0.15, Each(Requests.RareWords, Scale.M)),
        new AgainstBare(
            "m-common",
            "M",
            "search for a word in a third of all claims",
            0.15,
            Each(_ => Requests.CommonWords(), Scale.M)
        ),
        new WholeTransfer("m-ndjson", "M", "NDJSON of everything", "/api/v1/claims?format=ndjson", 0.40),
        new MemoryAfterLoad("m-memory", "M", "resident memory after the loads above", 1.6),
        new ColdStart("m-start", "M", "cold start to the first 200", 0.5),
        Larger("l-claim", "one claim, against M", Requests.EachClaim),
        Larger("l-page", "page of 20 by condition and level, against M", Requests.PagesByConditionAndLevel),
        Larger("l-rare", "search for a rare word, against M", Requests.RareWords),
        Larger("l-common", "search for a word in a third of all claims, against M", _ => Requests.CommonWords()),
    ];

    private static AgainstBare One(string name, string work, string path) =>
        new(name, "S", work, Repeated, (_, _) => Task.FromResult<List<string>>([path]));

    private static AgainstOther Larger(string name, string work, Func<Scale, List<string>> requests) =>
        new(name, work, new Side("L", Each(requests, Scale.L)), new Side("M", Each(requests, Scale.M)), NoSlower);

    private static Func<Session, CancellationToken, Task<List<string>>> Each(
        Func<Scale, List<string>> requests,
        Scale scale
    ) => (_, _) => Task.FromResult(requests(scale));

    private static Func<Session, CancellationToken, Task<List<string>>> Pages(Scale scale, int after) =>
        async (session, cancellationToken) =>
            await Requests.PagesAfter(
                await session.Service(scale.Name, cancellationToken),
                after,
                Places,
                cancellationToken
            );

    /// <summary>The request of a caller who already has the answer.</summary>
    private static async Task<List<string>> Held(Session session, CancellationToken cancellationToken)
    {
        var path = Requests.FirstClaim("S");
        var answer = await Recorder.Record(await session.Service("S", cancellationToken), path, 200, cancellationToken);
        return [$"{path}\t{answer.Headers.Single(header => header.Key == "ETag").Value}"];
    }
}
