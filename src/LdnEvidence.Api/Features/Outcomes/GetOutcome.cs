using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Outcomes;

internal static class GetOutcome
{
    /// <summary>Gets one outcome.</summary>
    /// <remarks>An outcome together with the direction of a claim is the claimed outcome.</remarks>
    /// <param name="id" example="cd4-count">The key of the outcome, such as cd4-count.</param>
    /// <response code="200">The outcome with its codes and how many claims of each level it has.</response>
    /// <response code="404">There is no outcome with this id, or no such release.</response>
    public static Results<RecordResult<OutcomeResponse>, NotFoundProblem> Handle(
        string id,
        GetOutcomeQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Outcomes, id) is { } document
            ? new RecordResult<OutcomeResponse>(document)
            : new NotFoundProblem(Error.NotFound("outcome", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the outcome from.</summary>
public sealed record GetOutcomeQuery : RecordQuery, IQuery<GetOutcomeQuery>;

internal sealed class GetOutcomeQueryValidator() : RecordQueryValidator<GetOutcomeQuery>(typeof(OutcomeResponse));
