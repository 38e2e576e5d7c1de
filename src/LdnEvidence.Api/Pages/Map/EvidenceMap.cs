using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Map;

/// <summary>What the map shows: the matrix of conditions by outcome domains, conditions with the strongest evidence first.</summary>
/// <param name="Domains">The columns. The last ones are no outcome of health and so show no level.</param>
/// <param name="Groups">The rows, by the strongest level that a condition's claims reach; groups without rows are left out.</param>
/// <param name="Hidden">How many conditions have no claim under the filters.</param>
/// <param name="Cut">How many conditions are left out because the map would be too long.</param>
public sealed record EvidenceMap(
    IReadOnlyList<OutcomeDomain> Domains,
    IReadOnlyList<MapGroup> Groups,
    int Hidden,
    int Cut
)
{
    /// <summary>The most rows that one page shows; a larger catalogue is narrowed with the filters.</summary>
    internal const int MostRows = 200;

    internal static EvidenceMap Of(CoverageResponse coverage)
    {
        var rows = coverage
            .Conditions.Select(MapRow.Of)
            .Where(row => row.Total > 0)
            .OrderBy(row => row.Rank)
            .ThenByDescending(row => row.OfStrongest)
            .ThenByDescending(row => row.Total)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        return new EvidenceMap(
            coverage.Domains,
            [.. rows.Take(MostRows).GroupBy(row => row.Rank).Select(group => new MapGroup(group.Key, [.. group]))],
            coverage.Conditions.Count - rows.Count,
            Math.Max(0, rows.Count - MostRows)
        );
    }
}

/// <summary>Rows whose claims reach the same level at best.</summary>
/// <param name="Rank">Which rows they are.</param>
/// <param name="Rows">The rows.</param>
public sealed record MapGroup(MapRank Rank, IReadOnlyList<MapRow> Rows);

/// <summary>What a row's claims reach at best, in the order in which rows are shown.</summary>
public enum MapRank
{
    /// <summary>At least one claim rests on a pilot trial.</summary>
    Trials,

    /// <summary>At least one claim rests on described patients.</summary>
    Series,

    /// <summary>No claim rests on a study in people that reports its outcome.</summary>
    Anecdotes,

    /// <summary>All claims are on how LDN is used; none is on an outcome of health.</summary>
    Practice,

    /// <summary>The claims that name no condition.</summary>
    NoCondition,
}

/// <summary>A row of the map.</summary>
/// <param name="Id">The key of the condition; null for claims that name none.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Cells">One for each domain.</param>
/// <param name="Absences">What the source document is known not to have on the condition.</param>
public sealed record MapRow(string? Id, string Name, IReadOnlyList<MapCell> Cells, IReadOnlyList<Absence> Absences)
{
    public int Total => Cells.Sum(cell => cell.Total);

    public MapRank Rank =>
        Id is null
            ? MapRank.NoCondition
            : Cells
                .Where(cell => cell.Total > 0 && cell.Strongest is not null)
                .Select(cell => cell.Strongest)
                .Min() switch
            {
                EvidenceLevel.PilotTrial => MapRank.Trials,
                EvidenceLevel.CaseSeries => MapRank.Series,
                EvidenceLevel.Anecdotal => MapRank.Anecdotes,
                _ => MapRank.Practice,
            };

    /// <summary>How many claims have the strongest level of the row.</summary>
    internal int OfStrongest =>
        Cells
            .Where(cell => cell.Strongest is not null)
            .GroupBy(cell => cell.Strongest)
            .OrderBy(group => group.Key)
            .Select(group => group.Sum(cell => cell.Total))
            .FirstOrDefault();

    internal static MapRow Of(CoveredCondition condition) =>
        new(
            condition.Id,
            condition.Name ?? "No condition named",
            [.. condition.Cells.Select(cell => new MapCell(cell))],
            condition.Absences
        );
}

/// <summary>A cell of the map.</summary>
/// <param name="Counts">The claims on a condition and a domain.</param>
public sealed record MapCell(CoverageCell Counts)
{
    public OutcomeDomain Domain => Counts.Domain;

    public int Total => Counts.Total;

    /// <summary>The strongest level of its claims; null where the cell is empty or where its claims are on no outcome of health.</summary>
    public EvidenceLevel? Strongest =>
        Total == 0 || Domain == OutcomeDomain.Practice ? null
        : Counts.ByLevel.PilotTrial > 0 ? EvidenceLevel.PilotTrial
        : Counts.ByLevel.CaseSeries > 0 ? EvidenceLevel.CaseSeries
        : EvidenceLevel.Anecdotal;

    public int Contradicted => Counts.ByFidelity.Contradicted;

    public int NotSupported => Counts.ByFidelity.NotSupported;
}
