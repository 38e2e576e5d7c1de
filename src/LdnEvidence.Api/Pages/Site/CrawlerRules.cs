using System.Text;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>What crawlers may fetch (RFC 9309): the pages, but not the data behind them, nor every search and every release of each.</summary>
internal static class CrawlerRules
{
    /// <summary>Sends robots.txt.</summary>
    public static WholeAnswer Handle(HttpRequest request)
    {
        var path = request.PathBase.ToUriComponent();
        return new WholeAnswer(
            Encoding.UTF8.GetBytes(
                $"""
                User-agent: *
                Allow: {path}/
                Allow: {path}{PageAssets.Path}/
                Disallow: {path}/api/
                Disallow: {path}/*?

                Sitemap: {RequestTarget.SiteOf(request)}{Sitemap.Path}

                """
            ),
            "text/plain; charset=utf-8"
        );
    }
}
