using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Outcomes;

internal static class ListOutcomes
{
    public static SortFields<OutcomeRow> Sorts { get; } =
        new SortFields<OutcomeRow>().With("id", row => row.Id).With("name", row => row.Name);

    /// <summary>Lists what claims say changes.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id or name.</remarks>
    /// <response code="200">A page of outcomes.</response>
    public static Task<Page<OutcomeResponse>> Handle(
        [AsParameters] ListOutcomesQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    ) =>
        page.Of<OutcomeRow, OutcomeResponse>(
            catalogue.Outcomes.Carrying<OutcomeRow, OutcomeCodeRow>(query.Code.Select(code => code.Value)),
            Sorts,
            cancellationToken
        );
}

/// <summary>Which outcomes to list.</summary>
public sealed record ListOutcomesQuery : ListQuery
{
    /// <summary>Only records that carry this code, as system|value. May be given more than once: any of them.</summary>
    /// <example>loinc|24467-3</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListOutcomesQueryValidator() : ListQueryValidator<ListOutcomesQuery>(ListOutcomes.Sorts.Names);
