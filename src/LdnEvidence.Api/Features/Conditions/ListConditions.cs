using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Conditions;

internal static class ListConditions
{
    public static SortFields Sorts { get; } =
        new SortFields().WithPositions("id").WithRanks("name").WithRanks("claims");

    /// <summary>Lists the conditions that claims are about.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, name, claims (how many there are) or, with q, relevance.</remarks>
    /// <response code="200">A page of conditions.</response>
    public static ListResult<ConditionPage> Handle(ListConditionsQuery query, ReleaseReader catalogue) =>
        new(Listing.Of(catalogue, Collection.Conditions, catalogue.Index(Collection.Conditions).All, query, Sorts));
}

/// <summary>Which conditions to list.</summary>
public sealed record ListConditionsQuery : SearchableQuery, IQuery<ListConditionsQuery>;

internal sealed class ListConditionsQueryValidator()
    : SearchableQueryValidator<ListConditionsQuery>(typeof(ConditionResponse), ListConditions.Sorts.Names);
