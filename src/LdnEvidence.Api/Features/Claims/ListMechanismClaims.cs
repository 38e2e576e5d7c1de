using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListMechanismClaims
{
    /// <summary>Lists the claims on a mechanism, strongest evidence first.</summary>
    /// <remarks>The claims that name the mechanism. Takes the same filters, sort and paging as the list of all claims.</remarks>
    /// <param name="id" example="natural-killer-cell-activation">The key of the mechanism, such as natural-killer-cell-activation.</param>
    /// <response code="200">A page of claims, each with its level, the rule that gave it, its fidelity and its citations.</response>
    /// <response code="404">The mechanism, or another record that a filter names, does not exist, or there is no such release.</response>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> Handle(
        string id,
        ListMechanismClaimsQuery query,
        ReleaseReader catalogue
    ) => catalogue.List(query, (Collection.Mechanisms, "mechanism", id));
}

/// <summary>Which claims of the mechanism to list.</summary>
public sealed record ListMechanismClaimsQuery : ClaimsQuery, IQuery<ListMechanismClaimsQuery>;

internal sealed class ListMechanismClaimsQueryValidator : ClaimsQueryValidator<ListMechanismClaimsQuery>;
