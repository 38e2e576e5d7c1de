using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Mechanisms;

internal static class GetMechanism
{
    /// <summary>Gets one mechanism.</summary>
    /// <remarks>A mechanism is a proposal: that it stands here says nothing of whether it is true. Its claims say what is cited for it.</remarks>
    /// <param name="id" example="natural-killer-cell-activation">The key of the mechanism, such as natural-killer-cell-activation.</param>
    /// <response code="200">The mechanism with its codes and how many claims of each level it has.</response>
    /// <response code="404">There is no mechanism with this id, or no such release.</response>
    public static Results<RecordResult<MechanismResponse>, NotFoundProblem> Handle(
        string id,
        GetMechanismQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Mechanisms, id) is { } document
            ? new RecordResult<MechanismResponse>(document)
            : new NotFoundProblem(Error.NotFound("mechanism", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the mechanism from.</summary>
public sealed record GetMechanismQuery : RecordQuery, IQuery<GetMechanismQuery>;

internal sealed class GetMechanismQueryValidator() : RecordQueryValidator<GetMechanismQuery>(typeof(MechanismResponse));
