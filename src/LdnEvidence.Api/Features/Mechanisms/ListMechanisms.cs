using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Mechanisms;

internal static class ListMechanisms
{
    public static SortFields<MechanismRow> Sorts { get; } =
        new SortFields<MechanismRow>().With("id", row => row.Id).With("name", row => row.Name);

    /// <summary>Lists the ways in which LDN is said to act.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id or name.</remarks>
    /// <response code="200">A page of mechanisms.</response>
    public static Task<Page<MechanismResponse>> Handle(
        [AsParameters] ListMechanismsQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var rows = catalogue.Mechanisms;
        if (query.Code.Length > 0)
        {
            // System and value as one text, so that several codes are one comparison.
            var codes = query.Code.Select(code => code.Value.ToString()).ToArray();
            rows = rows.Where(row =>
                row.Codes.Any(code => codes.Contains((string)(object)code.System + "|" + code.Value))
            );
        }

        return page.Of<MechanismRow, MechanismResponse>(rows, Sorts, cancellationToken);
    }
}

/// <summary>Which mechanisms to list.</summary>
public sealed record ListMechanismsQuery : ListQuery
{
    /// <summary>Only records that carry this code, as system|value. May be given more than once: any of them.</summary>
    /// <example>go|GO:0030101</example>
    public Parameter<Code>[] Code { get; init; } = [];
}

internal sealed class ListMechanismsQueryValidator()
    : ListQueryValidator<ListMechanismsQuery>(ListMechanisms.Sorts.Names);
