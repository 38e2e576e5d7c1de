using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

internal static class ShowStudy
{
    /// <summary>Shows a study and what is claimed on it, strongest evidence first.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        string id,
        ShowStudyQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Studies, id) is { } document
            ? PageResult.Of<StudyPage>(
                (nameof(StudyPage.Record), RecordBody.Read<StudyResponse>(document)),
                (nameof(StudyPage.Claims), ClaimsShown.Of(catalogue, Collection.Studies, "study", id)),
                (nameof(StudyPage.LinkedData), LinkedData.Of<StudyResponse>(document))
            )
            : new NotFoundProblem(Error.NotFound("study", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the study from.</summary>
public sealed record ShowStudyQuery : ReleaseQuery, IQuery<ShowStudyQuery>;

internal sealed class ShowStudyQueryValidator : ReleaseQueryValidator<ShowStudyQuery>;
