using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Http.Links;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>Which API this host has and what describes it: an API catalog (RFC 9727) as a set of links (RFC 9264).</summary>
internal static class ApiCatalog
{
    public const string Path = "/.well-known/api-catalog";

    private const string ContentType = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    /// <summary>Sends the catalog. Its addresses name the host, since whoever gathers catalogs keeps them elsewhere.</summary>
    public static WholeAnswer Handle(HttpRequest request)
    {
        var site = RequestTarget.SiteOf(request);
        LinkHeader.Append(request.HttpContext.Response, LinkHeader.Entry(request, Path, "api-catalog"));
        var links = new JsonObject
        {
            ["linkset"] = new JsonArray(
                new JsonObject { ["anchor"] = $"{site}{Path}", ["item"] = Targets((Address.Api, LinkHeader.Json)) },
                new JsonObject
                {
                    ["anchor"] = $"{site}{Address.Api}",
                    ["service-desc"] = Targets((Address.OpenApi, Address.OpenApiType)),
                    ["service-doc"] = Targets(
                        ("/swagger", LinkHeader.Html),
                        ("/llms.txt", LanguageModelText.MediaType)
                    ),
                    ["status"] = Targets(("/health/ready", LinkHeader.Json)),
                    ["license"] = new JsonArray(
                        new JsonObject { ["href"] = "https://creativecommons.org/publicdomain/zero/1.0/" }
                    ),
                }
            ),
        };
        return new WholeAnswer(Encoding.UTF8.GetBytes(links.ToJsonString(CatalogueJson.Options)), ContentType);

        JsonArray Targets(params (string Path, string Type)[] targets) =>
            [.. targets.Select(target => new JsonObject { ["href"] = $"{site}{target.Path}", ["type"] = target.Type })];
    }
}
