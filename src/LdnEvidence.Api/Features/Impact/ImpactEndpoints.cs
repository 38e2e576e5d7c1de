using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Impact;

internal static class ImpactEndpoints
{
    public static void MapImpact(this RouteGroupBuilder api) =>
        api.MapPost(Address.Impact, AssessImpact.Handle)
            .WithTags("Releases")
            .WithName(nameof(AssessImpact))
            .TakesJson<DisplayedClaim[]>(AssessImpact.Example)
            .Validate<AssessImpactQuery>()
            .FromOneRelease();
}
