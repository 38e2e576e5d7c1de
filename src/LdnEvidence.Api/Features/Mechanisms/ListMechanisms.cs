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
    ) =>
        page.Of<MechanismRow, MechanismResponse>(
            catalogue.Mechanisms.Carrying<MechanismRow, MechanismCodeRow>(query.Code.Select(code => code.Value)),
            Sorts,
            cancellationToken
        );
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
