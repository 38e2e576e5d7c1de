using LdnEvidence.Api.Pages.Problems;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>What programs look for at fixed addresses, and the files that pages load. None of it is read from a chosen release.</summary>
internal static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("").ExcludeFromDescription();
        site.MapGet(ApiCatalog.Path, ApiCatalog.Handle);
        site.MapGet(SecurityText.Path, SecurityText.Handle);
        site.MapGet("/robots.txt", CrawlerRules.Handle);
        site.MapGet(Sitemap.Path, Sitemap.Handle);
        site.MapGet("/sitemap-{part}.xml", Sitemap.Part);
        site.MapGet("/llms.txt", LanguageModelText.Handle);
        site.MapGet("/favicon.ico", PageAssets.Favicon);
        site.MapGet($"{PageAssets.Path}/{{file}}", PageAssets.Handle);
        site.MapGet("/problems", ShowProblems.All);
        site.MapGet("/problems/{code}", ShowProblems.One);
    }
}
