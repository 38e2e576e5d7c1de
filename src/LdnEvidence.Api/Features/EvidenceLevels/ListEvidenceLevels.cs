using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.EvidenceLevels;

internal static class ListEvidenceLevels
{
    public static SortFields Sorts { get; } = new SortFields().WithPositions("rank").WithValues("id");

    /// <summary>Lists the three evidence levels with the decision table that derives them.</summary>
    /// <remarks>Strongest first unless sort says otherwise. Sort by id or rank. The rules are tried in the order of their rank; the first that matches gives the level.</remarks>
    /// <response code="200">The three levels, each with its rule.</response>
    public static ListResult<EvidenceLevelPage> Handle(ListEvidenceLevelsQuery query, ReleaseReader catalogue)
    {
        var index = catalogue.Index(Collection.EvidenceLevels);
        return new(new Listing(Collection.EvidenceLevels, index.All, Sorts.Parse(query.Sort?.Value, index)));
    }
}

/// <summary>Which page of the levels to list.</summary>
public sealed record ListEvidenceLevelsQuery : ListQuery, IQuery<ListEvidenceLevelsQuery>;

internal sealed class ListEvidenceLevelsQueryValidator()
    : ListQueryValidator<ListEvidenceLevelsQuery>(typeof(EvidenceLevelResponse), ListEvidenceLevels.Sorts.Names);
