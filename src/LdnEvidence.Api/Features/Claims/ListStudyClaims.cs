using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListStudyClaims
{
    /// <summary>Lists the claims that cite a study, strongest evidence first.</summary>
    /// <remarks>The claims that the source document rests on the study, whether or not the study bears them out. Takes the same filters, sort and paging as the list of all claims.</remarks>
    /// <param name="id" example="smith-2007">The key of the study, such as smith-2007.</param>
    /// <response code="200">A page of claims, each with its level, the rule that gave it, its fidelity and its citations.</response>
    /// <response code="404">The study, or another record that a filter names, does not exist, or there is no such release.</response>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> Handle(
        string id,
        ListStudyClaimsQuery query,
        ReleaseReader catalogue
    ) => catalogue.List(query, (Collection.Studies, "study", id));
}

/// <summary>Which claims of the study to list.</summary>
public sealed record ListStudyClaimsQuery : ClaimsQuery, IQuery<ListStudyClaimsQuery>;

internal sealed class ListStudyClaimsQueryValidator : ClaimsQueryValidator<ListStudyClaimsQuery>;
