using System.Text.Json.Serialization;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts.Reports;

/// <summary>The catalogue as a matrix of conditions by outcome domains: where there are claims, of what level and fidelity, and where there are none.</summary>
public sealed record CoverageResponse
{
    /// <summary>The number of the release.</summary>
    public required int Release { get; init; }

    /// <summary>The columns: the domains that have an outcome in this release.</summary>
    public required IReadOnlyList<OutcomeDomain> Domains { get; init; }

    /// <summary>The rows: every condition in the order of the ids, and last, where there are any, the claims that name no condition.</summary>
    public required IReadOnlyList<CoveredCondition> Conditions { get; init; }

    /// <summary>The codes, as they were sent, that mean no record; empty where each means one. Absent unless code was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? UnmatchedCodes { get; init; }

    /// <summary>Counts the claims of a release.</summary>
    /// <param name="conditions">Its conditions, in any order.</param>
    /// <param name="outcomes">The domain of each of its outcomes, by id.</param>
    /// <param name="claims">Its claims, with the ids that they name.</param>
    /// <param name="release">Its number.</param>
    internal static CoverageResponse From(
        IEnumerable<(string Id, string Name, IReadOnlyList<Absence> Absences)> conditions,
        IReadOnlyDictionary<string, OutcomeDomain?> outcomes,
        IEnumerable<(IEnumerable<string> Conditions, string Outcome, SourceFidelity Label, EvidenceLevel Level)> claims,
        int release
    )
    {
        List<OutcomeDomain> columns = [.. outcomes.Values.OfType<OutcomeDomain>().Distinct().Order()];
        var rows = claims
            .SelectMany(claim => claim.Conditions.DefaultIfEmpty(string.Empty).Select(id => (Id: id, Claim: claim)))
            .ToLookup(
                link => link.Id,
                link => (Domain: outcomes[link.Claim.Outcome], link.Claim.Label, link.Claim.Level),
                StringComparer.Ordinal
            );
        List<CoveredCondition> covered =
        [
            .. conditions
                .OrderBy(condition => condition.Id, StringComparer.Ordinal)
                .Select(condition => new CoveredCondition(
                    condition.Id,
                    condition.Name,
                    Cells(condition.Id),
                    condition.Absences
                )),
        ];
        if (rows.Contains(string.Empty))
        {
            covered.Add(new CoveredCondition(Id: null, Name: null, Cells(string.Empty), []));
        }

        return new()
        {
            Release = release,
            Domains = columns,
            Conditions = covered,
        };

        List<CoverageCell> Cells(string row)
        {
            var byDomain = rows[row].ToLookup(claim => claim.Domain);
            return columns.ConvertAll(domain =>
            {
                var count = new CellCount(domain);
                foreach (var claim in byDomain[domain])
                {
                    count.Add(claim.Level, claim.Label);
                }

                return count.Cell();
            });
        }
    }
}

/// <summary>A row of the matrix.</summary>
/// <param name="Id">The key of the condition; null for the row of the claims that name none.</param>
/// <param name="Name">The name to show; null where id is.</param>
/// <param name="Cells">One cell for each domain, in the order of domains. They count the claims that name this condition, not those on narrower ones.</param>
/// <param name="Absences">What the source document does not have on this condition, though it was looked for.</param>
public sealed record CoveredCondition(
    string? Id,
    string? Name,
    IReadOnlyList<CoverageCell> Cells,
    IReadOnlyList<Absence> Absences
);

/// <summary>A cell of the matrix: the claims on this condition whose outcome belongs to this domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Total">How many claims there are.</param>
/// <param name="ByLevel">How many of each evidence level.</param>
/// <param name="ByFidelity">How many of each label of fidelity to the source.</param>
public sealed record CoverageCell(OutcomeDomain Domain, int Total, LevelCounts ByLevel, FidelityCounts ByFidelity);

/// <summary>Counts the claims of one cell.</summary>
internal sealed class CellCount(OutcomeDomain domain)
{
    private static readonly int Levels = Enum.GetValues<EvidenceLevel>().Length;
    private static readonly int Labels = Enum.GetValues<SourceFidelity>().Length;

    private readonly int[] _levels = new int[Levels];
    private readonly int[] _labels = new int[Labels];

    public void Add(EvidenceLevel level, SourceFidelity label)
    {
        _levels[(int)level]++;
        _labels[(int)label]++;
    }

    public CoverageCell Cell() =>
        new(
            domain,
            _levels.Sum(),
            LevelCounts.From(level => _levels[(int)level]),
            FidelityCounts.From(label => _labels[(int)label])
        );
}

/// <summary>How many claims have each evidence level.</summary>
/// <param name="PilotTrial">Claims of level pilot-trial.</param>
/// <param name="CaseSeries">Claims of level case-series.</param>
/// <param name="Anecdotal">Claims of level anecdotal.</param>
public sealed record LevelCounts(
    [property: JsonPropertyName("pilot-trial")] int PilotTrial,
    [property: JsonPropertyName("case-series")] int CaseSeries,
    [property: JsonPropertyName("anecdotal")] int Anecdotal
)
{
    internal static LevelCounts From(Func<EvidenceLevel, int> count) =>
        new(count(EvidenceLevel.PilotTrial), count(EvidenceLevel.CaseSeries), count(EvidenceLevel.Anecdotal));
}

/// <summary>How many claims have each label of fidelity to the source.</summary>
/// <param name="Supported">Claims that the cited study supports.</param>
/// <param name="PartlySupported">Claims that it supports in part.</param>
/// <param name="NotSupported">Claims that it does not support.</param>
/// <param name="Contradicted">Claims that it contradicts.</param>
/// <param name="NotChecked">Claims that nobody could compare with it.</param>
/// <param name="NothingCited">Claims for which the document cites nothing.</param>
public sealed record FidelityCounts(
    [property: JsonPropertyName("supported")] int Supported,
    [property: JsonPropertyName("partly-supported")] int PartlySupported,
    [property: JsonPropertyName("not-supported")] int NotSupported,
    [property: JsonPropertyName("contradicted")] int Contradicted,
    [property: JsonPropertyName("not-checked")] int NotChecked,
    [property: JsonPropertyName("nothing-cited")] int NothingCited
)
{
    internal static FidelityCounts From(Func<SourceFidelity, int> count) =>
        new(
            count(SourceFidelity.Supported),
            count(SourceFidelity.PartlySupported),
            count(SourceFidelity.NotSupported),
            count(SourceFidelity.Contradicted),
            count(SourceFidelity.NotChecked),
            count(SourceFidelity.NothingCited)
        );
}
