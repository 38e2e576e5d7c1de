using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Studies;

internal static class GetStudy
{
    /// <summary>Gets one cited study.</summary>
    /// <remarks>Members that nobody verified are null or empty and are named in notVerified.</remarks>
    /// <param name="id" example="smith-2007">The citation key of the study, such as smith-2007.</param>
    /// <response code="200">The study with its full citation, design, participants, dose, result and every difference from the citation as the source document prints it.</response>
    /// <response code="404">There is no study with this id, or no such release.</response>
    public static Results<RecordResult<StudyResponse>, NotFoundProblem> Handle(
        string id,
        GetStudyQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Studies, id) is { } document
            ? new RecordResult<StudyResponse>(document)
            : new NotFoundProblem(Error.NotFound("study", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the study from.</summary>
public sealed record GetStudyQuery : RecordQuery, IQuery<GetStudyQuery>;

internal sealed class GetStudyQueryValidator() : RecordQueryValidator<GetStudyQuery>(typeof(StudyResponse));
