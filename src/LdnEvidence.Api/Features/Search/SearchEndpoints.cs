using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGet(Address.Search, SearchCatalogue.Handle)
            .WithTags("Search")
            .WithName(nameof(SearchCatalogue))
            .Validate<SearchCatalogueQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Search));
}
