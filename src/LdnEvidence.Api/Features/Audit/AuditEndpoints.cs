using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this RouteGroupBuilder api) =>
        api.MapGet(Address.Audit, GetAudit.Handle)
            .WithName(nameof(GetAudit))
            .WithTags("Audit")
            .Validate<GetAuditQuery>()
            .FromOneRelease();
}
