using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.EvidenceLevels;

internal static class EvidenceLevelEndpoints
{
    public static void MapEvidenceLevels(this RouteGroupBuilder api)
    {
        var evidenceLevels = api.MapGroup(Address.EvidenceLevels).WithTags("Evidence levels");
        evidenceLevels
            .MapGet("/", ListEvidenceLevels.Handle)
            .WithName(nameof(ListEvidenceLevels))
            .Validate<ListEvidenceLevelsQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.EvidenceLevels));
        evidenceLevels
            .MapGet("/{id}", GetEvidenceLevel.Handle)
            .WithName(nameof(GetEvidenceLevel))
            .Validate<GetEvidenceLevelQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.EvidenceLevels);
    }
}
