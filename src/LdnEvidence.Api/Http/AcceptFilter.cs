using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>Refuses a request that accepts nothing this API serves.</summary>
internal static class AcceptFilter
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { Charset = "utf-8" };

    public static RouteGroupBuilder ServesJson(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(
            async (context, next) =>
                Accepts(context.HttpContext.Request)
                    ? await next(context)
                    : new ProblemResult(
                        Error.NotAcceptable(Quote.Of(context.HttpContext.Request.Headers.Accept.ToString()))
                    )
        );

    /// <summary>No Accept header accepts everything (RFC 9110, 12.5.1); the most specific range that fits decides, and q=0 refuses.</summary>
    private static bool Accepts(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return true;
        }

        // What cannot be read as a list of media ranges is no reason to refuse an answer.
        return !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
            || ranges.Where(Json.IsSubsetOf).OrderBy(Breadth).Select(range => range.Quality ?? 1).FirstOrDefault() > 0;
    }

    private static int Breadth(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 2
        : range.MatchesAllSubTypes ? 1
        : 0;
}
