using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Coverage;

internal static class CoverageEndpoints
{
    public static void MapCoverage(this RouteGroupBuilder api) =>
        api.MapGet(Address.Coverage, GetCoverage.Handle)
            .WithName(nameof(GetCoverage))
            .WithTags("Coverage")
            .Validate<GetCoverageQuery>()
            .FromOneRelease()
            .ShownOn(Address.Map);
}
