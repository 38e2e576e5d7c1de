using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.EvidenceLevels;

internal static class GetEvidenceLevel
{
    /// <summary>Gets one evidence level.</summary>
    /// <remarks>The rule is the row of the decision table that the program ran when the release was published.</remarks>
    /// <param name="id" example="pilot-trial">The level: pilot-trial, case-series or anecdotal.</param>
    /// <response code="200">The level with its meaning, the rule that gives it and how many claims have it.</response>
    /// <response code="404">There is no evidence level with this id, or no such release.</response>
    public static Results<RecordResult<EvidenceLevelResponse>, NotFoundProblem> Handle(
        string id,
        GetEvidenceLevelQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.EvidenceLevels, id) is { } document
            ? new RecordResult<EvidenceLevelResponse>(document)
            : new NotFoundProblem(
                Error.NotFound("evidence-level", Quote.Of(id), $"in release {catalogue.Release.Number}")
            );
}

/// <summary>Which release to read the evidence level from.</summary>
public sealed record GetEvidenceLevelQuery : RecordQuery, IQuery<GetEvidenceLevelQuery>;

internal sealed class GetEvidenceLevelQueryValidator()
    : RecordQueryValidator<GetEvidenceLevelQuery>(typeof(EvidenceLevelResponse));
