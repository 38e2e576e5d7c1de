using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Conditions;

internal static class ListConditions
{
    public static SortFields<ConditionRow> Sorts { get; } =
        new SortFields<ConditionRow>().With("id", row => row.Id).With("name", row => row.Name);

    /// <summary>Lists the conditions that claims are about.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id or name.</remarks>
    /// <response code="200">A page of conditions.</response>
    public static Task<Page<ConditionResponse>> Handle(
        [AsParameters] ListConditionsQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    ) =>
        page.Of<ConditionRow, ConditionResponse>(
            catalogue.Conditions.Carrying<ConditionRow, ConditionCodeRow>(query.Code.Select(code => code.Value)),
            Sorts,
            cancellationToken
        );
}

/// <summary>Which conditions to list.</summary>
public sealed record ListConditionsQuery : ListQuery
{
    /// <summary>Only records that carry this code, as system|value. May be given more than once: any of them.</summary>
    /// <example>icd10cm|K50.90</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListConditionsQueryValidator()
    : ListQueryValidator<ListConditionsQuery>(ListConditions.Sorts.Names);
