using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Pages.Frame;

namespace LdnEvidence.Api.Pages;

/// <summary>An error as a page, with a way on.</summary>
internal sealed class ProblemPage(ReleaseDirectory releases) : IProblemPage
{
    public Task Write(HttpContext context, ProblemResponse problem)
    {
        // Whatever went wrong, the latest release is what the reader is offered.
        var reading = new Reading(
            problem.Status < StatusCodes.Status500InternalServerError ? releases.Latest?.Release : null,
            IsPinned: false,
            context.Request.Path.ToUriComponent(),
            RequestTarget.SiteOf(context.Request)
        );
        return PageRenderer.Write(context, reading, typeof(ProblemView), [(nameof(ProblemView.Problem), problem)]);
    }
}
