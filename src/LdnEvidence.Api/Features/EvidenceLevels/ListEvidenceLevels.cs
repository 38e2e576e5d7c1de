using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.EvidenceLevels;

internal static class ListEvidenceLevels
{
    public static SortFields<EvidenceLevelRow> Sorts { get; } =
        new SortFields<EvidenceLevelRow>().With("rank", row => row.Position).With("id", row => row.Id);

    /// <summary>Lists the three evidence levels with the decision table that derives them.</summary>
    /// <remarks>Strongest first unless sort says otherwise. Sort by id or rank. The rules are tried in the order of their rank; the first that matches gives the level.</remarks>
    /// <response code="200">The three levels, each with its rule.</response>
    public static Task<Page<EvidenceLevelResponse>> Handle(
        [AsParameters] ListEvidenceLevelsQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    ) => page.Of<EvidenceLevelRow, EvidenceLevelResponse>(catalogue.EvidenceLevels, Sorts, cancellationToken);
}

/// <summary>Which page of the levels to list.</summary>
public sealed record ListEvidenceLevelsQuery : ListQuery;

internal sealed class ListEvidenceLevelsQueryValidator()
    : ListQueryValidator<ListEvidenceLevelsQuery>(ListEvidenceLevels.Sorts.Names);
