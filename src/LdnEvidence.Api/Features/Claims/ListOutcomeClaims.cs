using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListOutcomeClaims
{
    /// <summary>Lists the claims on an outcome, strongest evidence first.</summary>
    /// <remarks>The claims that say the outcome changes, or does not. Takes the same filters, sort and paging as the list of all claims.</remarks>
    /// <param name="id" example="cd4-count">The key of the outcome, such as cd4-count.</param>
    /// <response code="200">A page of claims, each with its level, the rule that gave it, its fidelity and its citations.</response>
    /// <response code="404">The outcome, or another record that a filter names, does not exist, or there is no such release.</response>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> Handle(
        string id,
        ListOutcomeClaimsQuery query,
        ReleaseReader catalogue
    ) => catalogue.List(query, (Collection.Outcomes, "outcome", id));
}

/// <summary>Which claims of the outcome to list.</summary>
public sealed record ListOutcomeClaimsQuery : ClaimsQuery, IQuery<ListOutcomeClaimsQuery>;

internal sealed class ListOutcomeClaimsQueryValidator : ClaimsQueryValidator<ListOutcomeClaimsQuery>;
