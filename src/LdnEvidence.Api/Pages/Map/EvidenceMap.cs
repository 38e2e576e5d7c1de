using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Map;

/// <summary>What the map shows: the matrix of conditions by outcome domains, conditions with the strongest evidence first.</summary>
/// <param name="Domains">The columns.</param>
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

    /// <param name="all">The claims that the map counts.</param>
    /// <param name="onEffects">Those of them whose subject is an effect, so that their level may be shown.</param>
    /// <param name="ofLdnAlone">Those of these on which a counted study gave LDN and nothing besides.</param>
    internal static EvidenceMap Of(CoverageResponse all, CoverageResponse onEffects, CoverageResponse ofLdnAlone)
    {
        var rows = all
            .Conditions.Select(
                (condition, index) => MapRow.Of(condition, onEffects.Conditions[index], ofLdnAlone.Conditions[index])
            )
            .Where(row => row.Total > 0)
            .OrderBy(row => row.Rank)
            .ThenByDescending(row => row.OfStrongest)
            .ThenByDescending(row => row.Total)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        return new EvidenceMap(
            all.Domains,
            [.. rows.Take(MostRows).GroupBy(row => row.Rank).Select(group => new MapGroup(group.Key, [.. group]))],
            all.Conditions.Count(condition => condition.Id is not null) - rows.Count(row => row.Id is not null),
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
        Cells.Select(cell => cell.Strongest).Min() is { } strongest ? Cells.Sum(cell => cell.Of(strongest)) : 0;

    internal static MapRow Of(CoveredCondition all, CoveredCondition onEffects, CoveredCondition ofLdnAlone) =>
        new(
            all.Id,
            all.Name ?? "No condition named",
            [
                .. all.Cells.Select(
                    (cell, index) => new MapCell(cell, onEffects.Cells[index], ofLdnAlone.Cells[index].Total)
                ),
            ],
            all.Absences
        );
}

/// <summary>A cell of the map.</summary>
/// <param name="Counts">The claims on a condition and a domain.</param>
/// <param name="OnEffects">Those of them whose level may be shown as evidence.</param>
/// <param name="OfLdnAlone">On how many of these a counted study gave LDN and nothing besides.</param>
public sealed record MapCell(CoverageCell Counts, CoverageCell OnEffects, int OfLdnAlone)
{
    public OutcomeDomain Domain => Counts.Domain;

    public int Total => Counts.Total;

    /// <summary>The strongest level of its claims; null where the cell is empty or none of its claims is on an effect.</summary>
    public EvidenceLevel? Strongest =>
        OnEffects.Total == 0 ? null
        : OnEffects.ByLevel.PilotTrial > 0 ? EvidenceLevel.PilotTrial
        : OnEffects.ByLevel.CaseSeries > 0 ? EvidenceLevel.CaseSeries
        : EvidenceLevel.Anecdotal;

    /// <summary>Whether studies count, and none of them is known to have given LDN and nothing besides.</summary>
    public bool IsOfOthers => Strongest is EvidenceLevel.PilotTrial or EvidenceLevel.CaseSeries && OfLdnAlone == 0;

    public int Contradicted => Counts.ByFidelity.Contradicted;

    public int NotSupported => Counts.ByFidelity.NotSupported;

    /// <summary>How many of its claims on an effect have a level.</summary>
    public int Of(EvidenceLevel level) =>
        level switch
        {
            EvidenceLevel.PilotTrial => OnEffects.ByLevel.PilotTrial,
            EvidenceLevel.CaseSeries => OnEffects.ByLevel.CaseSeries,
            _ => OnEffects.ByLevel.Anecdotal,
        };
}
