using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class GetClaim
{
    /// <summary>Gets one claim.</summary>
    /// <remarks>Show evidenceLevel and fidelity together. The claim on HIV and CD4 count, for example, rests on a pilot trial that reports the opposite.</remarks>
    /// <param name="id" example="eff-hiv-cd4">The key of the claim, such as eff-hiv-cd4.</param>
    /// <response code="200">The claim with its level, the rule that gave it, both hops of fidelity, and its citations.</response>
    /// <response code="404">There is no claim with this id, or no such release.</response>
    public static Results<RecordResult<ClaimResponse>, NotFoundProblem> Handle(
        string id,
        GetClaimQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Claims, id) is { } document
            ? new RecordResult<ClaimResponse>(document)
            : new NotFoundProblem(Error.NotFound("claim", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the claim from.</summary>
public sealed record GetClaimQuery : RecordQuery, IQuery<GetClaimQuery>;

internal sealed class GetClaimQueryValidator() : RecordQueryValidator<GetClaimQuery>(typeof(ClaimResponse));
