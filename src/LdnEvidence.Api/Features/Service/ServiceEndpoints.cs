using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Service;

internal static class ServiceEndpoints
{
    public static void MapService(this RouteGroupBuilder api) =>
        api.MapGet("", GetService.Handle)
            .WithName(nameof(GetService))
            .WithTags("Service")
            .Validate<GetServiceQuery>()
            .FromOneRelease();
}
