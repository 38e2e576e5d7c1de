using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Api.Pages.Lists;
using LdnEvidence.Api.Pages.Map;
using LdnEvidence.Api.Pages.Records;
using LdnEvidence.Api.Pages.Releases;
using LdnEvidence.Api.Pages.Search;
using LdnEvidence.Api.Pages.Site;

namespace LdnEvidence.Api.Pages;

internal static class PageEndpoints
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<IProblemPage, ProblemPage>();

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapSite();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages
            .MapGet("/", ShowMap.Handle)
            .WithName(nameof(ShowMap))
            .WithoutBlanks()
            .Validate<ShowMapQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo(Address.Of(Address.Coverage), TakesQuery: true));
        pages
            .MapGet("/search", ShowSearch.Handle)
            .WithName(nameof(ShowSearch))
            .WithoutBlanks()
            .Validate<ShowSearchQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo(Address.Of(Address.Claims), TakesQuery: true));
        pages.MapGet("/claims", () => Results.LocalRedirect("~/search", permanent: true));
        pages
            .MapGet("/releases", ShowReleases.Handle)
            .WithName(nameof(ShowReleases))
            .WithoutBlanks()
            .Validate<ShowReleasesQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo(IsOfAll: true));
        pages
            .MapGet("/claims/{id}", ShowClaim.Handle)
            .WithName(nameof(ShowClaim))
            .Validate<ShowRecordQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/conditions/{id}", ShowRecord.Condition)
            .WithName($"Show{nameof(ShowRecord.Condition)}")
            .Validate<ShowRecordQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/mechanisms/{id}", ShowRecord.Mechanism)
            .WithName($"Show{nameof(ShowRecord.Mechanism)}")
            .Validate<ShowRecordQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/outcomes/{id}", ShowRecord.Outcome)
            .WithName($"Show{nameof(ShowRecord.Outcome)}")
            .Validate<ShowRecordQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/studies/{id}", ShowRecord.Study)
            .WithName($"Show{nameof(ShowRecord.Study)}")
            .Validate<ShowRecordQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/conditions", ShowList.Conditions)
            .WithName($"Show{nameof(ShowList.Conditions)}")
            .Validate<ShowListQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/mechanisms", ShowList.Mechanisms)
            .WithName($"Show{nameof(ShowList.Mechanisms)}")
            .Validate<ShowListQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/outcomes", ShowList.Outcomes)
            .WithName($"Show{nameof(ShowList.Outcomes)}")
            .Validate<ShowListQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/studies", ShowList.Studies)
            .WithName($"Show{nameof(ShowList.Studies)}")
            .Validate<ShowListQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
        pages
            .MapGet("/evidence-levels", ShowList.EvidenceLevels)
            .WithName($"Show{nameof(ShowList.EvidenceLevels)}")
            .Validate<ShowListQuery>()
            .FromOneRelease()
            .WithMetadata(new CorrespondsTo());
    }
}
