using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListConditionClaims
{
    /// <summary>Lists the claims on a condition, strongest evidence first.</summary>
    /// <remarks>The claims on the condition itself; with includeNarrower=true, those on its narrower conditions too. Takes the same filters, sort and paging as the list of all claims.</remarks>
    /// <param name="id" example="crohns-disease">The key of the condition, such as crohns-disease.</param>
    /// <response code="200">A page of claims, each with its level, the rule that gave it, its fidelity and its citations.</response>
    /// <response code="404">The condition, or another record that a filter names, does not exist, or there is no such release.</response>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> Handle(
        string id,
        ListConditionClaimsQuery query,
        ReleaseReader catalogue
    ) => catalogue.List(query, (Collection.Conditions, "condition", id));
}

/// <summary>Which claims of the condition to list.</summary>
public sealed record ListConditionClaimsQuery : ClaimsQuery, IQuery<ListConditionClaimsQuery>;

internal sealed class ListConditionClaimsQueryValidator : ClaimsQueryValidator<ListConditionClaimsQuery>;
