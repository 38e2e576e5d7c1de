using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Conditions;

internal static class ListConditions
{
    public static SortFields Sorts { get; } =
        new SortFields().WithPositions("id").WithRanks("name").WithRanks("claims");

    /// <summary>Lists the conditions that claims are about.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, name, claims (how many there are) or, with q, relevance.</remarks>
    /// <response code="200">A page of conditions.</response>
    public static ListResult<ConditionPage> Handle(ListConditionsQuery query, ReleaseReader catalogue)
    {
        var index = catalogue.Index(Collection.Conditions);
        var records = index.Carrying([.. query.Code.Select(code => code.Value)]);
        return new(Listing.Of(catalogue, Collection.Conditions, records, query, Sorts));
    }
}

/// <summary>Which conditions to list.</summary>
public sealed record ListConditionsQuery : SearchableQuery, IQuery<ListConditionsQuery>
{
    /// <summary>Only records that carry this code, as system|value; of ICD-10-CM also a category, such as icd10cm|K50. May be given more than once: any of them.</summary>
    /// <example>icd10cm|K50.90</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListConditionsQueryValidator()
    : SearchableQueryValidator<ListConditionsQuery>(typeof(ConditionResponse), ListConditions.Sorts.Names);
