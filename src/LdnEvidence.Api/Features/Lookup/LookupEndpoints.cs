using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Lookup;

internal static class LookupEndpoints
{
    public static void MapLookup(this RouteGroupBuilder api) =>
        api.MapGet($"{Address.Lookup}/{{system}}/{{**value}}", LookUpRecord.Handle)
            .WithTags("Lookup")
            .WithName(nameof(LookUpRecord))
            .Validate<LookUpRecordQuery>()
            .FromOneRelease();
}
