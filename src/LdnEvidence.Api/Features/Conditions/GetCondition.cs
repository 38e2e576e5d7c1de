using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Conditions;

internal static class GetCondition
{
    /// <summary>Gets one condition.</summary>
    /// <remarks>The counts say in one call how much there is, for example three pilot trials and one anecdote.</remarks>
    /// <param name="id" example="crohns-disease">The key of the condition, such as crohns-disease.</param>
    /// <response code="200">The condition with its names, codes, broader and narrower conditions, and how many claims of each level it has.</response>
    /// <response code="404">There is no condition with this id, or no such release.</response>
    public static Results<RecordResult<ConditionResponse>, NotFoundProblem> Handle(
        string id,
        GetConditionQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Conditions, id) is { } document
            ? new RecordResult<ConditionResponse>(document)
            : new NotFoundProblem(Error.NotFound("condition", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the condition from.</summary>
public sealed record GetConditionQuery : RecordQuery, IQuery<GetConditionQuery>;

internal sealed class GetConditionQueryValidator() : RecordQueryValidator<GetConditionQuery>(typeof(ConditionResponse));
