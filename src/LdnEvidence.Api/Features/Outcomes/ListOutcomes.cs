using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Features.Outcomes;

internal static class ListOutcomes
{
    public static SortFields Sorts { get; } =
        new SortFields().WithPositions("id").WithRanks("name").WithRanks("claims");

    /// <summary>Lists what claims say changes.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, name, claims (how many there are) or, with q, relevance.</remarks>
    /// <response code="200">A page of outcomes.</response>
    public static ListResult<OutcomePage> Handle(ListOutcomesQuery query, ReleaseReader catalogue)
    {
        var records = new Narrowing(catalogue.Index(Collection.Outcomes)).To("domain", query.Domain.Words()).Records;
        return new(Listing.Of(catalogue, Collection.Outcomes, records, query, Sorts));
    }
}

/// <summary>Which outcomes to list.</summary>
public sealed record ListOutcomesQuery : SearchableQuery, IQuery<ListOutcomesQuery>
{
    /// <summary>Only outcomes that belong to this part of health. May be given more than once: any of them.</summary>
    /// <example>immune-system</example>
    public Parameter<OutcomeDomain>[] Domain { get; init; } = [];
}

internal sealed class ListOutcomesQueryValidator()
    : SearchableQueryValidator<ListOutcomesQuery>(typeof(OutcomeResponse), ListOutcomes.Sorts.Names);
