using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this RouteGroupBuilder api)
    {
        var claims = api.MapGroup("").WithTags("Claims");
        claims
            .MapGet(Address.Claims, ListClaims.Handle)
            .WithName(nameof(ListClaims))
            .Validate<ListClaimsQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Search));
        claims
            .MapGet($"{Address.Claims}/{{id}}", GetClaim.Handle)
            .WithName(nameof(GetClaim))
            .Validate<GetClaimQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Claims);
        claims
            .MapGet($"{Address.Claims}/{{id}}/{Address.References}", ListClaimReferences.Handle)
            .WithName(nameof(ListClaimReferences))
            .Validate<ListClaimReferencesQuery>()
            .FromOneRelease();
        claims
            .MapGet(Under(Address.Conditions), ListConditionClaims.Handle)
            .WithName(nameof(ListConditionClaims))
            .Validate<ListConditionClaimsQuery>()
            .FromOneRelease();
        claims
            .MapGet(Under(Address.Mechanisms), ListMechanismClaims.Handle)
            .WithName(nameof(ListMechanismClaims))
            .Validate<ListMechanismClaimsQuery>()
            .FromOneRelease();
        claims
            .MapGet(Under(Address.Outcomes), ListOutcomeClaims.Handle)
            .WithName(nameof(ListOutcomeClaims))
            .Validate<ListOutcomeClaimsQuery>()
            .FromOneRelease();
        claims
            .MapGet(Under(Address.Studies), ListStudyClaims.Handle)
            .WithName(nameof(ListStudyClaims))
            .Validate<ListStudyClaimsQuery>()
            .FromOneRelease();
    }

    private static string Under(string collection) => $"{collection}/{{id}}/{Address.Claims}";
}
