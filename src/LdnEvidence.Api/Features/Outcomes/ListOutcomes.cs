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
    )
    {
        var rows = catalogue.Outcomes;
        if (query.Code.Length > 0)
        {
            // System and value as one text, so that several codes are one comparison.
            var codes = query.Code.Select(code => code.Value.ToString()).ToArray();
            rows = rows.Where(row =>
                row.Codes.Any(code => codes.Contains((string)(object)code.System + "|" + code.Value))
            );
        }

        return page.Of<OutcomeRow, OutcomeResponse>(rows, Sorts, cancellationToken);
    }
}

/// <summary>Which outcomes to list.</summary>
public sealed record ListOutcomesQuery : ListQuery
{
    /// <summary>Only records that carry this code, as system|value. May be given more than once: any of them.</summary>
    /// <example>loinc|24467-3</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListOutcomesQueryValidator() : ListQueryValidator<ListOutcomesQuery>(ListOutcomes.Sorts.Names);
