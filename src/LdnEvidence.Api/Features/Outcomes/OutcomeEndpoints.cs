using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Outcomes;

internal static class OutcomeEndpoints
{
    public static void MapOutcomes(this RouteGroupBuilder api)
    {
        var outcomes = api.MapGroup(Address.Outcomes).WithTags("Outcomes");
        outcomes
            .MapGet("/", ListOutcomes.Handle)
            .WithName(nameof(ListOutcomes))
            .Validate<ListOutcomesQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Outcomes));
        outcomes
            .MapGet("/{id}", GetOutcome.Handle)
            .WithName(nameof(GetOutcome))
            .Validate<GetOutcomeQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Outcomes);
    }
}
