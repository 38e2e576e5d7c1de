using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Negotiation;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Pages.Problems;

/// <summary>The addresses of problem types: what each means and how to mend it, as a page for people and as JSON for programs.</summary>
internal static class ShowProblems
{
    private static readonly MediaTypeHeaderValue Html = new(PageRenderer.MediaType);

    private static readonly MediaTypeHeaderValue Json = new(LinkHeader.Json);

    /// <summary>Lists all kinds of problem.</summary>
    public static Task<WholeAnswer> All(HttpRequest request) =>
        Answer(request, ErrorGuide.All, below => new { Items = ErrorGuide.All.Select(guide => Body(guide, below)) });

    /// <summary>Explains one kind of problem.</summary>
    public static async Task<Results<WholeAnswer, NotFoundProblem>> One(string code, HttpRequest request) =>
        ErrorGuide.All.FirstOrDefault(guide => guide.Code == code) is { } guide
            ? await Answer(request, [guide], below => Body(guide, below))
            : new NotFoundProblem(Error.AddressNotFound());

    private static async Task<WholeAnswer> Answer(
        HttpRequest request,
        IReadOnlyList<ErrorGuide> guides,
        Func<PathString, object> body
    )
    {
        const string vary = "Accept, Accept-Encoding";
        if (MediaRanges.Of(request) is { } ranges && ranges.QualityOf(Html) > ranges.QualityOf(Json))
        {
            var reading = new Reading(
                Release: null,
                IsPinned: false,
                request.Path.ToUriComponent(),
                RequestTarget.SiteOf(request)
            );
            var page = await PageRenderer.Render(
                request.HttpContext,
                reading,
                typeof(ProblemsPage),
                [(nameof(ProblemsPage.Guides), guides)]
            );
            return new WholeAnswer(page, PageRenderer.ContentType) { Vary = vary };
        }

        return new WholeAnswer(CatalogueJson.Write(body(request.PathBase)), $"{LinkHeader.Json}; charset=utf-8")
        {
            Vary = vary,
        };
    }

    private static object Body(ErrorGuide guide, PathString basePath) =>
        new
        {
            Type = $"{basePath.ToUriComponent()}{ProblemResult.TypeOf(guide.Code)}",
            guide.Title,
            Status = ProblemResult.StatusOf(guide.Kind),
            guide.Meaning,
            guide.Remedy,
        };
}
