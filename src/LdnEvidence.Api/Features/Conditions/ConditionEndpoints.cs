using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Conditions;

internal static class ConditionEndpoints
{
    public static void MapConditions(this RouteGroupBuilder api)
    {
        var conditions = api.MapGroup(Address.Conditions).WithTags("Conditions");
        conditions
            .MapGet("/", ListConditions.Handle)
            .WithName(nameof(ListConditions))
            .Validate<ListConditionsQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Conditions));
        conditions
            .MapGet("/{id}", GetCondition.Handle)
            .WithName(nameof(GetCondition))
            .Validate<GetConditionQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Conditions);
    }
}
