using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>Settles which release a request reads, and answers 304 before any of it is read.</summary>
internal static class ReleaseFilter
{
    /// <summary>The header that names the release a body was read from.</summary>
    public const string Header = "Catalogue-Release";

    /// <summary>The part of an address that names the release itself.</summary>
    public const string RouteParameter = "number";

    /// <summary>Stands after <see cref="ValidationFilter.Validate{TQuery}"/>, whose query it reads.</summary>
    public static RouteHandlerBuilder FromOneRelease(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(
            async (context, next) =>
            {
                var (http, query) = (context.HttpContext, context.Arguments.OfType<Query>().Single());
                if (await Select(http, query) is { } error)
                {
                    return new ProblemResult(error);
                }

                var tag = EntityTags.Of(http.RequestServices.GetRequiredService<ReleaseReader>().Release, http.Request);
                if (EntityTags.IsHeld(http.Request, tag))
                {
                    return new NotModified(tag);
                }

                var answer = await next(context);
                if ((answer is INestedHttpResult union ? union.Result : answer) is not IReleaseAnswer)
                {
                    return answer;
                }

                if (EntityTags.IsAny(http.Request))
                {
                    return new NotModified(tag);
                }

                Describe(http.Response, tag);
                return answer;
            }
        );

    private static async Task<Error?> Select(HttpContext http, Query query)
    {
        var catalogue = http.RequestServices.GetRequiredService<ReleaseReader>();
        var named = query as ReleaseQuery;
        var number = named?.Release?.Value;
        if (http.GetRouteValue(RouteParameter) is string text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                return Error.NoRelease(
                    $"There is no release '{Quote.Of(text)}'; {Address.Of(Address.Releases)} lists those that exist."
                );
            }

            number = parsed;
        }

        if (await catalogue.Select(number, named?.AsOf?.Value, http.RequestAborted) is { } missing)
        {
            return missing;
        }

        http.Response.Headers[Header] = catalogue.Release.Number.ToString(CultureInfo.InvariantCulture);
        return query is IPagedQuery paged
            ? http.RequestServices.GetRequiredService<PageRequest>().Open(http.Request, paged)
            : null;
    }

    private static void Describe(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.GetTypedHeaders().ETag = tag;
        response.Headers.Vary = "Accept";
        // A copy may be kept, but is asked about before it is shown: the latest release can change at any time.
        response.Headers.CacheControl = "public, no-cache";
    }

    private sealed class NotModified(EntityTagHeaderValue tag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Describe(httpContext.Response, tag);
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
    }
}
