using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Mechanisms;

internal static class MechanismEndpoints
{
    public static void MapMechanisms(this RouteGroupBuilder api)
    {
        var mechanisms = api.MapGroup(Address.Mechanisms).WithTags("Mechanisms");
        mechanisms
            .MapGet("/", ListMechanisms.Handle)
            .WithName(nameof(ListMechanisms))
            .Validate<ListMechanismsQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Mechanisms));
        mechanisms
            .MapGet("/{id}", GetMechanism.Handle)
            .WithName(nameof(GetMechanism))
            .Validate<GetMechanismQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Mechanisms);
    }
}
