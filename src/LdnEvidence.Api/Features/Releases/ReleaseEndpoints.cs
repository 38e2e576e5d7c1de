using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Releases;

internal static class ReleaseEndpoints
{
    public static void MapReleases(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup(Address.Releases).WithTags("Releases");
        releases
            .MapGet("/", ListReleases.Handle)
            .WithName(nameof(ListReleases))
            .Validate<ListReleasesQuery>()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Releases));
        releases
            .MapGet($"/{{{ReleaseFilter.RouteParameter}}}", GetRelease.Handle)
            .WithName(nameof(GetRelease))
            .Validate<GetReleaseQuery>()
            .FromOneRelease()
            .ShownOnPageOf(Address.Releases);
        releases
            .MapGet($"/{{{ReleaseFilter.RouteParameter}}}/{Address.Download}", DownloadRelease.Handle)
            .WithName(nameof(DownloadRelease))
            .Validate<DownloadReleaseQuery>()
            .FromOneRelease();
        releases
            .MapGet(
                $"/{{{CompareReleases.From}}}/{Address.Changes}/{{{ReleaseFilter.RouteParameter}}}",
                CompareReleases.Handle
            )
            .WithName(nameof(CompareReleases))
            .Validate<CompareReleasesQuery>()
            .OfNumbers()
            .FromOneRelease()
            .ShownOn(Address.PageOf(Address.Releases));
    }
}
