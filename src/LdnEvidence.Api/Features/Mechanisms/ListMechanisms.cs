using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Mechanisms;

internal static class ListMechanisms
{
    public static SortFields Sorts { get; } =
        new SortFields().WithPositions("id").WithRanks("name").WithRanks("claims");

    /// <summary>Lists the ways in which LDN is said to act.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, name, claims (how many there are) or, with q, relevance.</remarks>
    /// <response code="200">A page of mechanisms.</response>
    public static ListResult<MechanismPage> Handle(ListMechanismsQuery query, ReleaseReader catalogue) =>
        new(Listing.Of(catalogue, Collection.Mechanisms, catalogue.Index(Collection.Mechanisms).All, query, Sorts));
}

/// <summary>Which mechanisms to list.</summary>
public sealed record ListMechanismsQuery : SearchableQuery, IQuery<ListMechanismsQuery>;

internal sealed class ListMechanismsQueryValidator()
    : SearchableQueryValidator<ListMechanismsQuery>(typeof(MechanismResponse), ListMechanisms.Sorts.Names);
