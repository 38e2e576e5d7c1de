using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Studies;

internal static class StudyEndpoints
{
    public static void MapStudies(this RouteGroupBuilder api)
    {
        var studies = api.MapGroup(Address.Studies).WithTags("Studies");
        studies
            .MapGet("/", ListStudies.Handle)
            .WithName(nameof(ListStudies))
            .Validate<ListStudiesQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Studies));
        studies
            .MapGet("/{id}", GetStudy.Handle)
            .WithName(nameof(GetStudy))
            .Validate<GetStudyQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Studies);
    }
}
