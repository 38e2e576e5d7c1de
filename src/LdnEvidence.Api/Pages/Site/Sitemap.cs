using System.Globalization;
using System.Xml;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>The pages of the latest release, for search engines (sitemaps.org). More than fit into one file are in parts, which the first then lists.</summary>
internal static class Sitemap
{
    public const string Path = "/sitemap.xml";

    /// <summary>The most addresses that a file may have.</summary>
    public const int Most = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Lists =
    [
        "/",
        "/search",
        "/conditions",
        "/mechanisms",
        "/outcomes",
        "/studies",
        "/evidence-levels",
        "/releases",
    ];

    private static readonly (Collection Collection, string Name)[] Records =
    [
        (Collection.Conditions, Address.Conditions),
        (Collection.Mechanisms, Address.Mechanisms),
        (Collection.Outcomes, Address.Outcomes),
        (Collection.Studies, Address.Studies),
        (Collection.Claims, Address.Claims),
    ];

    /// <summary>Sends the pages, or the parts that have them.</summary>
    public static Results<WholeAnswer, NotFoundProblem> Handle(HttpRequest request, ReleaseReader catalogue)
    {
        if (catalogue.Select(number: null, asOf: null) is { } missing)
        {
            return new NotFoundProblem(missing);
        }

        var count = Lists.Length + Records.Sum(kind => catalogue.Index(kind.Collection).Size);
        return count <= Most
            ? Write(request, catalogue.Release, "urlset", "url", Pages(catalogue))
            : Write(
                request,
                catalogue.Release,
                "sitemapindex",
                "sitemap",
                Enumerable
                    .Range(1, (count + Most - 1) / Most)
                    .Select(part => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml"))
            );
    }

    /// <summary>Sends one part of the pages.</summary>
    public static Results<WholeAnswer, NotFoundProblem> Part(string part, HttpRequest request, ReleaseReader catalogue)
    {
        if (catalogue.Select(number: null, asOf: null) is { } missing)
        {
            return new NotFoundProblem(missing);
        }

        var pages = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Pages(catalogue).Chunk(Most).ElementAtOrDefault(number - 1)
            : null;
        return pages is null
            ? new NotFoundProblem(Error.AddressNotFound())
            : Write(request, catalogue.Release, "urlset", "url", pages);
    }

    private static IEnumerable<string> Pages(ReleaseReader catalogue) =>
        Lists.Concat(
            Records.SelectMany(kind =>
                catalogue
                    .Open.Ids(kind.Collection, catalogue.Index(kind.Collection).All)
                    .Select(id => Address.PageOf(kind.Name, id))
            )
        );

    private static WholeAnswer Write(
        HttpRequest request,
        Release release,
        string root,
        string entry,
        IEnumerable<string> addresses
    )
    {
        var (site, published) = (
            RequestTarget.SiteOf(request),
            release.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var address in addresses)
            {
                xml.WriteStartElement(entry, Namespace);
                xml.WriteElementString("loc", Namespace, site + address);
                xml.WriteElementString("lastmod", Namespace, published);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return new WholeAnswer(body.ToArray(), "application/xml; charset=utf-8");
    }
}
