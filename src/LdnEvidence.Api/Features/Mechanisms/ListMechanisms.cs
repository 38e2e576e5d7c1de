using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Mechanisms;

internal static class ListMechanisms
{
    public static SortFields Sorts { get; } =
        new SortFields().WithPositions("id").WithRanks("name").WithRanks("claims");

    /// <summary>Lists the ways in which LDN is said to act.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, name, claims (how many there are) or, with q, relevance.</remarks>
    /// <response code="200">A page of mechanisms.</response>
    public static ListResult<MechanismPage> Handle(ListMechanismsQuery query, ReleaseReader catalogue)
    {
        var index = catalogue.Index(Collection.Mechanisms);
        var records = index.Carrying([.. query.Code.Select(code => code.Value)]);
        return new(Listing.Of(catalogue, Collection.Mechanisms, records, query, Sorts));
    }
}

/// <summary>Which mechanisms to list.</summary>
public sealed record ListMechanismsQuery : SearchableQuery, IQuery<ListMechanismsQuery>
{
    /// <summary>Only records that carry this code, as system|value. May be given more than once: any of them.</summary>
    /// <example>go|GO:0030101</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListMechanismsQueryValidator()
    : SearchableQueryValidator<ListMechanismsQuery>(typeof(MechanismResponse), ListMechanisms.Sorts.Names);
