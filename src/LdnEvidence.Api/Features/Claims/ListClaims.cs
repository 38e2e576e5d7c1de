using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListClaims
{
    /// <summary>Lists claims, strongest evidence first.</summary>
    /// <remarks>
    /// Filters combine: different parameters must all match, several values of one parameter are alternatives. Sort by id, evidenceLevel (strongest
    /// first), kind, direction, fidelity, fidelityToDocument, levelIsMeaningful, outcome or, with q, relevance; without sort, by level and then id.
    /// </remarks>
    /// <response code="200">A page of claims, each with its level, the rule that gave it, its fidelity and its citations.</response>
    /// <response code="404">A condition, mechanism, outcome or study that a filter names does not exist, or there is no such release.</response>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> Handle(
        ListClaimsQuery query,
        ReleaseReader catalogue
    ) => catalogue.List(query);
}

/// <summary>Which claims to list.</summary>
public sealed record ListClaimsQuery : ClaimsQuery, IQuery<ListClaimsQuery>;

internal sealed class ListClaimsQueryValidator : ClaimsQueryValidator<ListClaimsQuery>;
